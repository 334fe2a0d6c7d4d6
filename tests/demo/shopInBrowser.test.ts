import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { type RunningShop, startShop } from '../../src/demo/shop/startShop.ts'

vi.setConfig({ testTimeout: 120_000 })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let shop: RunningShop
beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found. Run "npm run setup", or set SHOPTRACE_CHROMIUM.')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  shop = await startShop({ port: 0, seed: 1 })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const errors: string[] = []
async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => void errors.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`)
  })
  return page
}

/** From the front page to the order's confirmation, by what a person reads. */
async function buy(page: Page): Promise<void> {
  await page.goto(shop.url)
  const search = page.getByLabel('Search Harbor & Pine')
  await search.fill('rain jacket')
  await search.press('Enter')
  await page.waitForURL('**/search?q=rain+jacket')
  await page.getByRole('link', { name: '4 stars & up' }).first().click()
  await page.waitForURL('**rating=4**')
  const title = (await page.locator('.results .card-title').first().textContent()) ?? ''
  await page.getByRole('link', { name: title.trim() }).last().click()
  await page.waitForURL('**/product/**')
  await page.locator('.swatch').nth(1).click()
  await page.locator('.size', { hasText: /^S$/ }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.waitForURL('**/cart/added/**')
  await page.getByRole('link', { name: 'Proceed to checkout' }).click()
  await page.waitForURL('**/checkout/address')
  for (const [label, text] of [
    ['Full name', 'Alex Rivera'],
    ['E-mail', 'alex@example.com'],
    ['Phone', '503-555-0117'],
    ['Street address', '27 Boathouse Road'],
    ['City', 'Astoria'],
    ['State', 'OR'],
    ['ZIP code', '97103'],
  ] as const)
    await page.locator('main').getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Deliver to this address' }).click()
  await page.waitForURL('**/checkout/payment')
  await page.getByRole('button', { name: 'Review your order' }).click()
  await page.waitForURL('**/checkout/review')
  await page.getByRole('button', { name: 'Place your order' }).click()
  await page.waitForURL('**/thank-you')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('your order is placed')
  expect(await page.locator('.order-lines').textContent()).toContain(title.trim())
}

test.each([true, false])('a purchase, with client script: %s', async (javaScriptEnabled) => {
  const page = await openPage({ javaScriptEnabled })
  await buy(page)
  await page.context().close()
  expect(errors).toEqual([])
})

test('suggestions come while typing, and are taken by mouse or by keyboard', async () => {
  const page = await openPage()
  await page.goto(shop.url)
  const search = page.getByRole('combobox', { name: 'Search Harbor & Pine' })
  await search.pressSequentially('jack')
  await page.locator('#suggestions[data-query="jack"]').waitFor()
  expect(await search.getAttribute('aria-expanded')).toBe('true')
  await search.press('ArrowDown')
  const chosen = await page.getByRole('option', { selected: true }).textContent()
  expect(await search.getAttribute('aria-activedescendant')).toBe('suggestion-0')
  await search.press('Enter')
  await page.waitForURL('**/search?**')
  expect(new URL(page.url()).searchParams.get('q')).toBe(chosen)
  await search.fill('lant')
  await page.locator('#suggestions[data-query="lant"]').waitFor()
  await page.getByRole('option').first().click()
  await page.waitForURL('**q=**lantern**')
  await search.pressSequentially('xx')
  await page.keyboard.press('Escape')
  await page.locator('#suggestions').waitFor({ state: 'hidden' })
  await page.context().close()
})

test('a quick add opens the drawer, counts, and gives the focus back', async () => {
  const page = await openPage()
  await page.goto(`${shop.url}/search?q=mug`)
  const button = page.getByRole('button', { name: /^Add to cart/ }).first()
  await button.click()
  const drawer = page.getByRole('complementary', { name: 'Added to your cart' })
  await drawer.waitFor()
  expect(page.url()).toBe(`${shop.url}/search?q=mug`)
  expect(await page.locator('.cart-count').textContent()).toBe('1 items')
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(true)
  await page.context().close()
})

test('the stepper, the pictures, the colours, "helpful" and the carousel answer in place', async () => {
  const page = await openPage()
  await page.goto(`${shop.url}/product/hp1000`)
  await page.getByRole('button', { name: 'Increase quantity' }).click()
  await page.getByRole('button', { name: 'Decrease quantity' }).click()
  await page.getByRole('button', { name: 'Decrease quantity' }).click()
  expect(await page.getByLabel('Quantity', { exact: true }).inputValue()).toBe('1')
  const main = page.locator('.gallery-main')
  await page.getByRole('button', { name: 'Picture 2' }).click()
  expect(await main.getAttribute('src')).toMatch(/-1\.svg$/)
  const colour = await page.locator('.swatch input').nth(1).getAttribute('value')
  await page.locator('.swatch').nth(1).click()
  expect(await main.getAttribute('src')).toMatch(new RegExp(`-${colour}-1\\.svg$`))
  const helpful = page.getByRole('button', { name: /^Helpful/ }).first()
  await helpful.click()
  await page.locator('.review button[aria-pressed="true"]').waitFor()
  const row = page.locator('.carousel .row')
  await page.getByRole('button', { name: /^Next/ }).click()
  await page.waitForFunction((node) => (node?.scrollLeft ?? 0) > 0, await row.elementHandle())
  expect(page.url()).toBe(`${shop.url}/product/hp1000`)
  await page.context().close()
})

const PATHS = [
  '/',
  '/search?q=jacket&rating=4',
  '/search?q=xyzzy',
  '/product/hp1000',
  '/product/hp1100?reviews=2',
  '/deals',
  '/sign-in',
  '/help/story',
  '/nowhere',
]

test.each([
  [320, 'light'],
  [1280, 'dark'],
] as const)('every page passes axe and fits at %i px, %s', async (width, colorScheme) => {
  const page = await openPage({ viewport: { width, height: 900 }, colorScheme })
  const found: Record<string, unknown> = {}
  const audit = async (name: string) => {
    await page.evaluate(axe)
    const results = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    const violations = results.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
          .slice(0, 3)
          .join(' | ')}`,
    )
    if (violations.length || over > 0) found[name] = { violations, over }
  }
  for (const path of PATHS) {
    await page.goto(shop.url + path)
    await audit(path)
  }
  await page.goto(`${shop.url}/search?q=mug`)
  await page
    .getByRole('button', { name: /^Add to cart/ })
    .first()
    .click()
  await page.locator('#cart-drawer').waitFor()
  await audit('drawer')
  await page.goto(`${shop.url}/product/hp1001`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.waitForURL('**/cart/added/**')
  await audit('added')
  await page.goto(`${shop.url}/cart`)
  await page
    .getByRole('button', { name: /^Save for later/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Saved for later' }).waitFor()
  await audit('cart')
  await page.goto(`${shop.url}/checkout/address`)
  await audit('address')
  await page.goto(`${shop.url}/sign-in`)
  await page.getByLabel('E-mail', { exact: true }).fill('jane@example.com')
  await page.getByLabel('Password').fill('x')
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/account')
  await audit('account')
  await page.goto(`${shop.url}/checkout`)
  await page.getByLabel('Credit or debit card').check()
  await audit('payment')
  await page.getByLabel('Pay on delivery').check()
  await page.getByRole('button', { name: 'Review your order' }).click()
  await page.waitForURL('**/review')
  await audit('review')
  await page.getByRole('button', { name: 'Place your order' }).click()
  await page.waitForURL('**/thank-you')
  await audit('thanks')
  await page.goto(`${shop.url}/account/orders`)
  await audit('orders')
  await page.context().close()
  expect(found).toEqual({})
})
