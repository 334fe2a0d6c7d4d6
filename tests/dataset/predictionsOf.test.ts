import { expect, test } from 'vitest'
import { type Item, predictionRow } from '../../schemas/index.ts'
import { predictionsOf } from '../../src/dataset/predictionsOf.ts'
import { click, participant, prediction, START, scroll, submit, terminate, uuidOf } from './trace.ts'

const lamp = { type: 'click', name: 'results.lamp' } as const
const cart = { type: 'click', name: 'nav_bar.cart' } as const
const search = { type: 'type_and_submit', name: 'nav_bar.search', text: ' Brass LAMP ' } as const

const BEFORE = 'b'.repeat(64)
const AFTER = 'c'.repeat(64)

const rows = (...items: Item[]) => predictionsOf(items, participant).map((row) => predictionRow.parse(row))
const short = (...items: Item[]) =>
  rows(...items).map(({ seq, action_seq, scored, hit }) => [seq, action_seq, scored, hit])

test('a prediction in full beside what it predicted', () => {
  expect(rows(prediction(1, 0, [lamp, cart]), click(2, 0))).toEqual([
    {
      schema_version: 1,
      study_id: 'lamps',
      participant_id: uuidOf(1),
      participant_kind: 'participant',
      seq: 1,
      action_seq: 2,
      actual: lamp,
      scored: true,
      hit: true,
      prediction_id: uuidOf(3_000_001),
      session_id: uuidOf(77),
      step_index: 0,
      observation_id: 'a'.repeat(64),
      predictor: 'ranker',
      predictor_version: '1',
      learned_from: 0,
      committed_at: START + 1000,
      latency_ms: 2,
      visibility: 'open',
      candidates: [
        { action: lamp, probability: 0.5 },
        { action: cart, probability: 0.25 },
      ],
      rationale: null,
      error: null,
    },
  ])
})

test.each([
  ['only the top candidate counts', [prediction(1, 0, [cart, lamp]), click(2, 0)], [[1, 2, true, false]]],
  [
    'text is compared without case and outer spaces',
    [prediction(1, 0, [search]), submit(2, 0, 'brass lamp')],
    [[1, 2, true, true]],
  ],
  [
    'terminate is a hit on terminate',
    [prediction(1, 0, [{ type: 'terminate' }]), terminate(2, 0)],
    [[1, 2, true, true]],
  ],
  ['a predictor that failed missed', [prediction(1, 0, []), click(2, 0)], [[1, 2, true, false]]],
  ['nothing followed', [prediction(1, 0, [lamp])], [[1, null, false, null]]],
  ['history is not what is predicted', [prediction(1, 0, [lamp]), scroll(2)], [[1, null, false, null]]],
  ['stored after the action, it is no prediction', [click(1, 0), prediction(2, 0, [lamp])], [[2, null, false, null]]],
  [
    'the last one before the action counts',
    [prediction(1, 0, [cart]), prediction(2, 0, [lamp]), click(3, 0), prediction(4, 0, [lamp])],
    [
      [1, 3, false, false],
      [2, 3, true, true],
      [4, null, false, null],
    ],
  ],
  [
    'the last one on the page acted on counts, not one on what the page became under the press',
    [
      prediction(1, 0, [cart], { observation_id: BEFORE }),
      prediction(2, 0, [lamp], { observation_id: BEFORE }),
      prediction(3, 0, [cart], { observation_id: AFTER }),
      click(4, 0, { observation_id: BEFORE }),
    ],
    [
      [1, 4, false, false],
      [2, 4, true, true],
      [3, 4, false, false],
    ],
  ],
  [
    'who said nothing of the page acted on is judged by what was said last',
    [prediction(1, 0, [lamp], { observation_id: AFTER }), click(2, 0, { observation_id: BEFORE })],
    [[1, 2, true, true]],
  ],
  [
    'each predictor has its own last one',
    [
      prediction(1, 0, [lamp]),
      prediction(2, 0, [cart], { predictor: 'terminate' }),
      prediction(3, 0, [cart]),
      click(4, 0),
    ],
    [
      [1, 4, false, true],
      [2, 4, true, false],
      [3, 4, true, false],
    ],
  ],
  [
    'the same step of another session is another step',
    [prediction(1, 0, [lamp], { session_id: uuidOf(78) }), prediction(2, 0, [lamp]), click(3, 0)],
    [
      [1, null, false, null],
      [2, 3, true, true],
    ],
  ],
])('%s', (_, items, expected) => {
  expect(short(...items)).toEqual(expected)
  expect(short(...items.toReversed())).toEqual(expected)
})

test('no prediction ever precedes itself: action_seq is the greater, always', () => {
  const items = [prediction(3, 0, [lamp]), click(1, 0), click(5, 1), prediction(4, 1, [lamp]), prediction(6, 1, [lamp])]
  for (const { seq, action_seq } of rows(...items)) if (action_seq !== null) expect(action_seq).toBeGreaterThan(seq)
})
