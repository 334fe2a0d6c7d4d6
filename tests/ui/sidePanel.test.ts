import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Gallery, openGallery, showIn } from './support/openGallery.ts'

vi.setConfig({ testTimeout: 30_000 })

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery?.close())

const VIEW = { width: 400, scheme: 'dark' } as const
const texts = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())

test('a step says predicted, actual, hit or miss, and that the prediction came first', async () => {
  const page = await gallery.show('panel', 'open', VIEW)
  const [first, second] = await texts(page, '.step')
  expect(first).toBe(
    'Step 4 14:03:44 Hit Predicted Click Add to cart buy box came true 58% Click More reviews reviews 17% ' +
      'Click M buy box › size 9% Locked in at 14:03:41.482, 3.2 sec before the action Actual Click Add to cart buy box',
  )
  expect(second).toContain('Miss Predicted Click Add to cart buy box 44% Click More reviews reviews came true 31%')
  await page.context().close()
})

test('a product is named by its title, not by its link', async () => {
  const page = await gallery.show('panel', 'open', VIEW)
  expect((await texts(page, '.step'))[2]).toContain(
    'Actual Click Hearthwick quarry three layer rain jacket search results › view product',
  )
  await page.context().close()
})

test('the score stands beside its interval and the baseline', async () => {
  const page = await gallery.show('panel', 'open', VIEW)
  expect((await texts(page, '.score'))[0]).toBe(
    'Predicted right 60% 27 of 45 steps 95% interval 46% to 73% ranker 60% Most frequent action 31% ' +
      'ranker starts from published base rates, learned from 45 of your steps',
  )
  await page.context().close()
})

test.each([
  ['open', 'Proceed to checkout', true],
  ['blind', 'Proceed to checkout', false],
  ['off', 'Proceed to checkout', false],
])('under "%s" "%s" is in the page before the action: %s', async (sample, candidate, shown) => {
  const page = await gallery.show('panel', sample, VIEW)
  expect((await page.content()).includes(candidate)).toBe(shown)
  await page.context().close()
})

test('"blind" says since when the prediction is locked in, and shows those of past steps', async () => {
  const page = await gallery.show('panel', 'blind', VIEW)
  expect((await texts(page, '.pending'))[0]).toBe(
    'Next action Prediction locked in at 14:03:48.482 It is shown as soon as you act.',
  )
  expect(await page.locator('.step .candidate').count()).toBe(12)
  await page.context().close()
})

test('"off" shows what was done and nothing of predictions', async () => {
  const page = await gallery.show('panel', 'off', VIEW)
  expect(await texts(page, '.step')).toHaveLength(4)
  expect(await page.locator('.score, .pending, .predicted, .verdict').count()).toBe(0)
  expect((await texts(page, '.step'))[0]).toBe('Step 4 14:03:44 Actual Click Add to cart buy box')
  await page.context().close()
})

test.each([
  ['open', 'Recording Your steps on this page are recorded.'],
  ['paused', 'Paused Nothing is recorded until 2:18 PM.'],
  ['unjoined', 'Not recording You have not joined a study.'],
])('the recording state of "%s" is told in words', async (sample, words) => {
  const page = await gallery.show('panel', sample, VIEW)
  expect((await texts(page, '.recording'))[0]).toBe(words)
  await page.context().close()
})

test('a collector that cannot be reached is told with its reason, and that nothing is lost', async () => {
  const page = await gallery.show('panel', 'paused', VIEW)
  expect((await texts(page, '.upload'))[0]).toBe(
    '31 items wait to be sent · last sent 14:03:46 The collector cannot be reached. ' +
      'All of it is kept here, and sent later. connect ECONNREFUSED 127.0.0.1:8787',
  )
  await page.context().close()
})

test('several predictors stand one below the other, each by its name; an error is told', async () => {
  const page = await gallery.show('panel', 'two', VIEW)
  expect(await texts(page, '.step >> nth=0 >> .predicted h4')).toEqual(['ranker', 'claude:claude-haiku-5-5'])
  expect(await texts(page, '.step >> nth=0 >> .notice')).toEqual(['No key: enter one in the options.'])
  await page.context().close()
})

test('a new result is announced, in the same live region', async () => {
  const page = await gallery.show('panel', 'empty', VIEW)
  const region = await page.locator('[data-announcement]').elementHandle()
  expect(await region?.textContent()).toBe('')
  await showIn(page, 'panel', 'open')
  expect(await region?.textContent()).toBe('Hit: Click Add to cart. 27 of 45 steps')
  expect(await region?.getAttribute('aria-live')).toBe('polite')
  await page.context().close()
})

test('a step without a prediction is neither hit nor miss', async () => {
  const page = await gallery.show('panel', 'unpredicted', VIEW)
  expect((await texts(page, '.step'))[0]).toBe('Step 5 14:03:51 No prediction Actual End the session')
  await page.context().close()
})

test.each([
  ['no-preference', true],
  ['reduce', false],
] as const)('with motion "%s", something moves: %s', async (motion, moves) => {
  const page = await gallery.show('panel', 'open', { ...VIEW, motion })
  expect((await page.evaluate(() => document.getAnimations().length)) > 0).toBe(moves)
  await page.context().close()
})
