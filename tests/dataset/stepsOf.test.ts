import { expect, test } from 'vitest'
import { type Item, stepRow } from '../../schemas/index.ts'
import { stepsOf } from '../../src/dataset/stepsOf.ts'
import {
  click,
  gap,
  observation,
  participant,
  prediction,
  rationale,
  SESSION,
  START,
  scroll,
  submit,
  terminate,
  uuidOf,
} from './trace.ts'

const steps = (...items: Item[]) => stepsOf(items, participant).map((row) => stepRow.parse(row))
const OTHER = uuidOf(78)
const page = observation(1, 'a')

test('a step in full: the page before, the action, its click type', () => {
  expect(steps(page, click(2, 0, { observation_id: 'a'.repeat(64), tab: 3, dwell_ms: 900, visible_ms: 700 }))).toEqual([
    {
      schema_version: 1,
      study_id: 'lamps',
      participant_id: uuidOf(1),
      participant_kind: 'participant',
      session_id: SESSION,
      step_index: 0,
      seq: 2,
      timestamp: START + 2000,
      tab: 3,
      action: { type: 'click', name: 'results.lamp' },
      click_type: 'product_link',
      element: { role: 'link', text: 'Lamp' },
      observation: page.data,
      dwell_ms: 900,
      visible_ms: 700,
      focused_ms: null,
      history: [],
      rationale: null,
    },
  ])
})

test('each kind of step is an action of the predicted space', () => {
  const rows = steps(click(1, 0), submit(2, 1, 'brass lamp'), terminate(3, 2))
  expect(rows.map(({ action, click_type }) => [action, click_type])).toEqual([
    [{ type: 'click', name: 'results.lamp' }, 'product_link'],
    [{ type: 'type_and_submit', name: 'nav_bar.search', text: 'brass lamp' }, null],
    [{ type: 'terminate' }, null],
  ])
})

test('history goes to the next step of its own session', () => {
  const rows = steps(
    scroll(1),
    scroll(2, { session_id: OTHER, document_id: uuidOf(9), document_seq: 0 }),
    click(3, 0, { document_seq: 1 }),
    scroll(4, { document_seq: 2 }),
    prediction(5, 1, []),
    gap(6),
    scroll(7, { document_seq: 3 }),
    terminate(8, 1),
    scroll(9, { document_seq: 4 }),
    click(10, 0, { session_id: OTHER, document_id: uuidOf(9), document_seq: 1 }),
  )
  expect(
    rows.map(({ session_id, history }) => [session_id, history.map(({ timestamp }) => (timestamp - START) / 1000)]),
  ).toEqual([
    [SESSION, [1]],
    [SESSION, [4, 7]],
    [OTHER, [2]],
  ])
})

test('an observation used twice stands in both rows; one that never arrived is null', () => {
  const rows = steps(
    page,
    click(2, 0, { observation_id: 'a'.repeat(64) }),
    click(3, 1, { observation_id: 'a'.repeat(64) }),
    click(4, 2, { observation_id: 'b'.repeat(64) }),
  )
  expect(rows.map(({ observation }) => observation?.observation_id[0] ?? null)).toEqual(['a', 'a', null])
})

test('actions of one document that arrived out of order stand in the order they were done in', () => {
  const rows = steps(
    click(1, 0, { document_seq: 0, name: 'first' }),
    click(2, 1, { document_seq: 2, name: 'third' }),
    click(3, 2, { document_id: uuidOf(9), document_seq: 0, name: 'elsewhere' }),
    scroll(4, { document_seq: 1 }),
    terminate(5, 3),
  )
  expect(
    rows.map(({ action, history }) => [action.type === 'terminate' ? 'terminate' : action.name, history.length]),
  ).toEqual([
    ['first', 0],
    ['elsewhere', 1],
    ['third', 0],
    ['terminate', 0],
  ])
})

test('items need not come in order', () => {
  const items = [click(1, 0), scroll(2), click(3, 1), terminate(4, 2)]
  expect(steps(...items.toReversed())).toEqual(steps(...items))
})

test('a step carries what was said about it, in time, and only that', () => {
  const said = steps(
    click(1, 0),
    click(2, 1),
    click(3, 2),
    click(4, 3),
    rationale(5, 2, 1, { text: 'It is warm.' }),
    rationale(6, 3, 2, { outcome: 'missed', text: '', answered_at: null }),
    rationale(7, 4, 3, { outcome: 'skipped', text: '' }),
  )
  expect(said.map((row) => row.rationale)).toEqual([null, { source: 'human', text: 'It is warm.' }, null, null])
})
