import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContext, type StepRow } from '../../schemas/index.ts'
import { type RunningShop, startShop } from '../../src/demo/shop/startShop.ts'
import { runShopper } from '../../src/demo/shopper/runShopper.ts'
import { isPredicted, type ShopperStep } from '../../src/demo/shopper/shopperStep.ts'
import { loadDataset, runPilot, testStudy } from './support/runPilot.ts'

let shop: RunningShop
beforeAll(async () => {
  shop = await startShop({ host: '127.0.0.1', port: 0, seed: 1 })
})
afterAll(() => shop.close())

const STEPS = 40
const CANONICAL = /\.(?:checkout|place_order|add_to_cart|buy_now|view_cart|view_reviews|more_reviews|remove)$/
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** What the dataset says of a step, in the shopper's terms: the words a person reads on the element named. */
function elementWords({ action, observation }: StepRow): Set<string> {
  if (action.type === 'terminate') return new Set()
  const element = parseContext(observation?.context ?? '').find(({ name }) => name === action.name)
  const attributes = Object.values(element?.attributes ?? {})
  return new Set(words([action.name.replaceAll(/[._]/g, ' '), element?.text ?? '', ...attributes].join(' ')))
}

/** True where the named element carries what the shopper read on its target. */
function isTarget(row: StepRow, done: ShopperStep): boolean {
  const read = words(done.target)
  if (read.length === 0) return true
  const named = elementWords(row)
  const shared = read.filter((word) => named.has(word)).length
  // Where a well-known control goes by its canonical name, that name stands for the words on it.
  const isCanonical = row.action.type !== 'terminate' && CANONICAL.test(row.action.name)
  return isCanonical ? shared > 0 : shared / read.length >= 0.5
}

/** True where the scrubbed address is that of `url`, blanks standing for one part of the path. */
function isPage(scrubbed: string, url: string): boolean {
  const parts = (address: string): string[] => new URL(address).pathname.split('/')
  const [kept, real] = [parts(scrubbed), parts(url)]
  return kept.length === real.length && kept.every((part, index) => part === real[index] || /^\[[a-z_]+\]$/.test(part))
}

test('a pilot on the demonstration shop: every action once, in order, on the right target', async () => {
  const pilot = await runPilot(testStudy([`${shop.url}/*`]), shop.url)
  const all = await runShopper({ page: pilot.page(shop.url), shopUrl: shop.url, steps: STEPS, seed: 7, pace: 'fast' })
  expect((await pilot.end()).code).toBe(0)
  const done = all.filter((step) => isPredicted(step) && !step.excluded)
  expect(done.length).toBeGreaterThan(STEPS / 2)

  const { steps, sessions } = await loadDataset(pilot.data)
  const recorded = steps.filter(({ action }) => action.type !== 'terminate')
  expect(recorded.map(({ action }) => (action.type === 'type_and_submit' ? action.text : action.type))).toEqual(
    done.map((step) => (step.type === 'type_and_submit' ? step.text : step.type)),
  )
  for (const [index, { observation }] of recorded.entries()) {
    expect(isPage(observation?.url ?? '', done[index]?.url ?? ''), `${observation?.url} ${done[index]?.url}`).toBe(true)
  }
  const wrong = recorded.flatMap((row, index) => {
    const step = done[index]
    return step && isTarget(row, step) ? [] : [{ recorded: row.action, target: step?.target }]
  })
  expect(wrong).toEqual([])
  expect(sessions.map(({ missing }) => missing)).toEqual(sessions.map(() => 0))
})
