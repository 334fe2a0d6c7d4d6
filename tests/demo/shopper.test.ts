import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { seededRandom } from '../../src/demo/shop/seededRandom.ts'
import { startShop } from '../../src/demo/shop/startShop.ts'
import { makePersona } from '../../src/demo/shopper/persona.ts'
import { runShopper } from '../../src/demo/shopper/runShopper.ts'
import { isPredicted, type ShopperStep } from '../../src/demo/shopper/shopperStep.ts'

vi.setConfig({ testTimeout: 240_000 })

let browser: Browser
beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found. Run "npm run setup", or set SHOPTRACE_CHROMIUM.')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}, 60_000)
afterAll(() => browser?.close())

interface Run {
  done: ShopperStep[]
  told: ShopperStep[]
  waited: boolean[]
  /** What the pages themselves saw: trusted clicks and submitted searches, in order. */
  seen: string[]
}

async function run(shopSeed: number, seed: number, steps: number): Promise<Run> {
  const shop = await startShop({ port: 0, seed: shopSeed })
  const context = await browser.newContext()
  const page = await context.newPage()
  const seen: string[] = []
  await context.exposeBinding('saw', (_, what: string) => void seen.push(what))
  await context.addInitScript(() => {
    const { saw } = globalThis as unknown as { saw(what: string): void }
    let last: Element | null = null
    addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted || event.detail === 0) return
        const target = event.target as Element
        const label = target.closest('label')
        // The browser clicks the labelled control as well: one gesture.
        if (last?.closest('label')?.contains(target)) return
        last = label ? target : null
        saw('click')
      },
      true,
    )
    addEventListener('keydown', (event) => {
      if (event.key === 'Enter') saw(`type_and_submit ${(event.target as HTMLInputElement).value}`)
    })
  })
  const told: ShopperStep[] = []
  const waited: boolean[] = []
  const done = await runShopper({
    page,
    shopUrl: shop.url,
    steps,
    seed,
    pace: 'fast',
    beforeStep: async ({ excluded }) => void waited.push(excluded),
    onStep: (step) => told.push(step),
  })
  await page.evaluate(() => 0)
  await context.close()
  await shop.close()
  return { done, told, waited, seen }
}

const told = (step: ShopperStep) => `${step.type} ${step.target} ${step.text}`

test('does as many steps as asked, tells each, waits before each, does what it says, and does the same again', async () => {
  const one = await run(1, 7, 20)
  const predicted = one.done.filter(isPredicted)
  expect(predicted).toHaveLength(20)
  expect(isPredicted(one.done.at(-1) as ShopperStep)).toBe(true)
  expect(one.told).toEqual(one.done)
  expect(one.waited).toEqual(predicted.map(({ excluded }) => excluded))
  expect(one.done.filter(({ selector, target }) => selector !== '' && target === '')).toEqual([])
  const claimed = predicted.map((step) => (step.type === 'click' ? 'click' : `type_and_submit ${step.text}`))
  expect(one.seen).toEqual(claimed)
  const again = await run(1, 7, 20)
  expect(again.done.map(told)).toEqual(one.done.map(told))
})

test('a shopper searches, opens, chooses, adds and orders', async () => {
  const { done } = await run(4, 21, 50)
  const targets = done.map(({ target }) => target)
  expect(done.filter(({ type }) => type === 'type_and_submit').length).toBeGreaterThan(3)
  for (const wanted of ['Add to cart', 'Place your order']) expect(targets).toContain(wanted)
  expect(new Set(done.map(({ type }) => type)).size).toBeGreaterThan(2)
  const typed = done.filter(({ excluded, text }) => excluded && text !== null).map(({ target }) => target)
  expect(typed).not.toEqual(expect.arrayContaining([expect.stringMatching(/card|security|expiry|password/i)]))
})

test('different seeds are different shoppers, and the same seed is the same', () => {
  const persona = (seed: number) => makePersona(seededRandom(`shopper ${seed}`))
  expect(persona(1)).toEqual(persona(1))
  expect(new Set([1, 2, 3, 4, 5].map((seed) => JSON.stringify(persona(seed)))).size).toBe(5)
})

test('no steps wanted, nothing done', async () => {
  expect((await run(1, 1, 0)).done).toEqual([])
})
