import { expect, test } from 'vitest'
import { type Item, sessionRow } from '../../schemas/index.ts'
import { sessionsOf } from '../../src/dataset/sessionsOf.ts'
import {
  click,
  gap,
  observation,
  participant,
  prediction,
  SESSION,
  START,
  scroll,
  submit,
  terminate,
  uuidOf,
} from './trace.ts'

const sessions = (...items: Item[]) => sessionsOf(items, participant).map((row) => sessionRow.parse(row))
const OTHER = uuidOf(78)
const buy = (seq: number, step: number, name: string) => click(seq, step, { name, click_type: 'purchase' })

test('a session in full', () => {
  expect(
    sessions(
      observation(1, 'a'),
      prediction(2, 0, []),
      submit(3, 0, 'lamp', { document_seq: 0 }),
      scroll(4, { document_seq: 1 }),
      terminate(5, 1),
    ),
  ).toEqual([
    {
      schema_version: 1,
      study_id: 'lamps',
      study_version: 3,
      participant_id: uuidOf(1),
      participant_kind: 'participant',
      session_id: SESSION,
      started_at: START + 3000,
      ended_at: START + 5000,
      steps: 2,
      actions: 3,
      outcome: 'terminate',
      missing: 0,
      gaps: [],
    },
  ])
})

test('no items, no sessions', () => {
  expect(sessions()).toEqual([])
})

test('sessions stand in the order they began, also where items arrive mixed', () => {
  const rows = sessions(
    click(5, 0, { session_id: OTHER, document_id: uuidOf(2), document_seq: 0 }),
    click(2, 1),
    terminate(4, 2),
    click(1, 0),
    scroll(3),
  )
  expect(rows.map(({ session_id, steps, actions, outcome }) => [session_id, steps, actions, outcome])).toEqual([
    [SESSION, 3, 4, 'terminate'],
    [OTHER, 1, 1, 'open'],
  ])
})

test.each([
  ['ended without buying', [click(1, 0), terminate(2, 1)], 'terminate'],
  ['not ended', [click(1, 0)], 'open'],
  ['added to the cart only', [buy(1, 0, 'buy_box.add_to_cart'), terminate(2, 1)], 'terminate'],
  ['bought at once', [buy(1, 0, 'buy_box.buy_now'), terminate(2, 1)], 'purchase'],
  ['went to the checkout', [buy(1, 0, 'cart.proceed_to_checkout'), terminate(2, 1)], 'purchase'],
  ['placed the order, and stayed', [buy(1, 0, 'summary.place_order')], 'purchase'],
  ['bought, then looked on', [buy(1, 0, 'cart.checkout'), click(2, 1), terminate(3, 2)], 'purchase'],
  [
    'read about checkout',
    [click(1, 0, { name: 'help.checkout', click_type: 'page_related' }), terminate(2, 1)],
    'terminate',
  ],
  ['searched for it', [submit(1, 0, 'checkout'), terminate(2, 1)], 'terminate'],
])('outcome of a session that %s', (_, items, outcome) => {
  expect(sessions(...items)[0]?.outcome).toBe(outcome)
})

test.each([
  ['nothing', [click(1, 0), click(2, 1)], 0],
  ['the first two', [click(3, 0)], 2],
  ['two in the middle', [click(1, 0), click(4, 1)], 2],
  ['nothing: they only came in another order', [click(2, 0, { document_seq: 1 }), click(1, 1, { document_seq: 0 })], 0],
  ['nothing: another document counts anew', [click(1, 0), click(2, 1, { document_id: uuidOf(9), document_seq: 0 })], 0],
  ['nothing: terminate counts for no document', [click(1, 0), terminate(2, 1, { document_seq: 7 })], 0],
  [
    'three after the last, by a gap record',
    [click(1, 0), gap(2, { document_id: click(1, 0).kind === 'action' ? uuidOf(88) : null, from_seq: 1, to_seq: 3 })],
    3,
  ],
  [
    'two, though a gap record names them too',
    [click(1, 0), gap(2, { document_id: uuidOf(88), from_seq: 1, to_seq: 2 }), click(4, 1)],
    2,
  ],
])('missing is counted: %s', (_, items, missing) => {
  expect(sessions(...items)[0]?.missing).toBe(missing)
})

test('a whole document that did not arrive leaves a hole in the count of its tab, and is not counted twice', () => {
  const other = { document_id: uuidOf(89) }
  const items = [
    click(1, 0, { tab_seq: 0 }),
    click(5, 4, { tab_seq: 4, document_seq: 2, ...other }),
    click(6, 5, { tab: 1, tab_seq: 0, document_seq: 0, document_id: uuidOf(90) }),
  ]
  // Of the other document's first two actions both counts know, of the one in between only the tab's.
  expect(sessions(...items)[0]?.missing).toBe(3)
})

test('what is missing of a document that spans two sessions belongs to the session of the next action', () => {
  const rows = sessions(
    click(1, 0),
    terminate(2, 1),
    click(5, 0, { session_id: OTHER }),
    click(9, 1, { session_id: OTHER }),
  )
  expect(rows.map(({ missing }) => missing)).toEqual([0, 6])
})

test('numbers out of all proportion cost no time', () => {
  const far = Number.MAX_SAFE_INTEGER
  const huge = gap(2, { document_id: uuidOf(88), from_seq: 1, to_seq: far })
  expect(sessions(click(1, 0), huge)[0]?.missing).toBe(far)
  expect(sessions(click(1, 0, { document_seq: far }), huge)[0]?.missing).toBe(far)
  expect(
    sessions(click(1, 0, { document_seq: far, document_id: uuidOf(9) }), click(2, 1, { document_seq: far }))[0]
      ?.missing,
  ).toBe(far)
})

test('an action delivered twice under two ids is not missed', () => {
  expect(sessions(click(1, 0), click(2, 1, { document_seq: 0 }), click(3, 2, { document_seq: 1 }))[0]?.missing).toBe(0)
})

test('gaps are counted by reason, in the session they name or whose document they name', () => {
  const [first, second] = sessions(
    click(1, 0),
    click(2, 0, { session_id: OTHER, document_id: uuidOf(9), document_seq: 0 }),
    gap(3, { session_id: SESSION, reason: 'masked' }),
    gap(4, { document_id: uuidOf(88), reason: 'masked' }),
    gap(5, { document_id: uuidOf(9), reason: 'quota' }),
    gap(6, { reason: 'paused' }),
  )
  expect(first?.gaps).toEqual([{ reason: 'masked', count: 2 }])
  expect(second?.gaps).toEqual([{ reason: 'quota', count: 1 }])
})
