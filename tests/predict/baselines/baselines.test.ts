import { expect, test } from 'vitest'
import { createMostFrequent } from '../../../src/predict/baselines/createMostFrequent.ts'
import { createTerminate } from '../../../src/predict/baselines/createTerminate.ts'
import type { PastAction } from '../../../src/predict/port.ts'
import { observation } from '../../support/observation.ts'

const { signal } = new AbortController()
const page = observation(
  '<input name="search" type="search" click_type="search"/><a name="reviews" click_type="review">r</a><button name="buy" click_type="purchase">b</button>',
)
const situation = { history: [], observation: page }
const click = (name: string): PastAction => ({ type: 'click', name, click_type: 'other', timestamp: 1 })
const top = async (predictor = createMostFrequent()) =>
  (await predictor.predict(situation, signal)).candidates[0]?.action

test('terminate always answers terminate', async () => {
  expect(await createTerminate().predict(situation, signal)).toEqual({
    candidates: [{ action: { type: 'terminate' }, probability: 1 }],
    rationale: null,
    usage: null,
  })
})

test('before it has learned, most-frequent answers by published base rates', async () => {
  expect(await top()).toEqual({ type: 'click', name: 'reviews' })
  expect(createMostFrequent().learnedFrom).toBe(0)
})

test.each<[string, PastAction[], object]>([
  ['what was done most often', [click('buy'), click('buy'), click('reviews')], { type: 'click', name: 'buy' }],
  ['terminate is counted like any other', [{ type: 'terminate', timestamp: 1 }], { type: 'terminate' }],
  [
    'what this page does not offer is left out',
    [click('gone'), click('gone'), click('buy')],
    { type: 'click', name: 'buy' },
  ],
  ['base rates break a tie', [click('buy'), click('reviews')], { type: 'click', name: 'reviews' }],
  [
    'a search is counted whatever its text',
    [1, 2].map((timestamp) => ({ type: 'type_and_submit', name: 'search', text: `${timestamp}`, timestamp })),
    { type: 'type_and_submit', name: 'search', text: '' },
  ],
])('%s', async (_, actions, expected) => {
  const predictor = createMostFrequent()
  for (const action of actions) predictor.learn?.(situation, action)
  expect(predictor.learnedFrom).toBe(actions.length)
  expect(await top(predictor)).toEqual(expected)
  expect(await top(createMostFrequent(structuredClone(predictor.save?.())))).toEqual(expected)
})

test('its probabilities sum to 1', async () => {
  const predictor = createMostFrequent()
  predictor.learn?.(situation, click('buy'))
  const { candidates } = await predictor.predict(situation, signal)
  expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5)
})

test.each([[{ version: 2 }], ['x'], [{ version: 1, counts: { 'click a': -1 } }], [{ version: 1, counts: null }]])(
  'a damaged state is refused: %o',
  (state) => {
    expect(() => createMostFrequent(state)).toThrow(/damaged. Delete it/)
  },
)
