import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRunner, PuppeteerRunnerExtension, parse } from '@puppeteer/replay'
import type { Page } from 'playwright-core'
import { launch } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { type RunningShop, startShop } from '../../src/demo/shop/startShop.ts'
import { SELECTORS } from '../../src/demo/shopper/selectors.ts'
import { runPilot, temporary, testStudy } from './support/runPilot.ts'

let shop: RunningShop
beforeAll(async () => {
  shop = await startShop({ host: '127.0.0.1', port: 0, seed: 1 })
})
afterAll(() => shop.close())

/** Chooses in a list by keyboard: what a driver sets is not the person's, and is not recorded. */
async function choose(page: Page, selector: string, key: string): Promise<void> {
  await page.locator(selector).first().focus()
  await page.keyboard.press(key)
}

/** Puts two things into the cart by what a person would use, and one of them aside; ends in the cart. */
async function goShopping(page: Page): Promise<void> {
  const loads = async (act: () => Promise<unknown>): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), act()])
  }
  const search = async (text: string): Promise<void> => {
    await page.locator(SELECTORS.search).fill(text)
    await loads(() => page.keyboard.press('Enter'))
  }
  await search('jacket')
  await loads(() => choose(page, '#sort', 'ArrowDown'))
  await loads(() => page.locator(SELECTORS.cardTitle(1)).click())
  await page.locator('.swatch').last().click()
  await page.locator(SELECTORS.otherSize).first().click()
  await page.mouse.wheel(0, 300)
  await loads(() => page.locator(SELECTORS.addToCart).click())
  await search('daypack')
  await loads(() => page.locator(SELECTORS.ratingFilter).click())
  await loads(() => page.goBack())
  // Not the first of many buttons that all say the same.
  await page.locator(SELECTORS.quickAdd(2)).click()
  await page.locator('#cart-drawer').waitFor({ state: 'visible' })
  await page.locator(SELECTORS.closeDrawer).click()
  await page.locator('#cart-drawer').waitFor({ state: 'hidden' })
  await loads(() => page.locator(SELECTORS.fullCart).click())
  await loads(() => page.locator(SELECTORS.saveForLater).first().click())
}

/** What a page says, line by line. */
const LINES = String.raw`document.body.innerText.split('\n').filter((line) => /\S/.test(line))`

/** The standard runner; says which step failed. */
class Runner extends PuppeteerRunnerExtension {
  override async runStep(...[step, flow]: Parameters<PuppeteerRunnerExtension['runStep']>): Promise<void> {
    try {
      await super.runStep(step, flow)
    } catch (cause) {
      throw new Error(`Not repeated: ${JSON.stringify(step)}`, { cause })
    }
  }
}

test('a recorded session, exported as a user flow, is replayed by the standard runner to the same cart', async () => {
  const pilot = await runPilot(testStudy([`${shop.url}/*`]), shop.url)
  const page = pilot.page(shop.url)
  await goShopping(page)
  const cart = await page.evaluate(LINES)
  const address = page.url()
  expect((await pilot.end()).code).toBe(0)

  const out = temporary('flow')
  const main = join(import.meta.dirname, '../../src/cli/main.ts')
  const told = spawnSync(process.execPath, [main, 'flow', '--data', pilot.data, '--out', out], { encoding: 'utf8' })
  // A list that sends itself: what its choices stand for is not recorded, so the page it led to is opened.
  expect(told.stderr.trim().split('\n')).toEqual([expect.stringMatching(/step 1: what was entered sent itself/)])
  const [file] = readdirSync(out)
  const flow = parse(JSON.parse(readFileSync(join(out, file ?? ''), 'utf8')))
  expect(flow.title).toMatch(/\(not repeated in full: step 1\)$/)

  // Another visitor, whose cart is empty.
  const browser = await launch({
    executablePath: findChromium() ?? '',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const visitor = await browser.newPage()
    // The runner does not wait until a page that glides has come to rest.
    await visitor.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    const runner = await createRunner(flow, new Runner(browser as never, visitor as never))
    await runner.run()
    expect(visitor.url()).toBe(address)
    expect(await visitor.evaluate(LINES)).toEqual(cart)
  } finally {
    await browser.close()
  }
})
