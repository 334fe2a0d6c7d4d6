import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { action as actionSchema, item as itemSchema } from '../../schemas/index.ts'
import { click, freshBuffer, id, MINUTE, page, START, scroll, submit } from './material.ts'

test('an action gets its session, step, tab, page and address', async () => {
  const { buffer } = await freshBuffer()
  const seen = await buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 77, captured: page('a') })
  const first = await buffer.putAction({ tab_id: 77, captured: click(0) })
  const typed = await buffer.putAction({ tab_id: 77, captured: submit(1) })
  const scrolled = await buffer.putAction({ tab_id: 77, captured: scroll(2) })

  expect(actionSchema.parse(first.action)).toEqual(first.action)
  expect(first).toMatchObject({ seq: 2, duplicate: false })
  expect(first.action).toMatchObject({
    session_id: seen.session_id,
    step_index: 0,
    tab: 0,
    url: 'https://shop.example/a',
    observation_id: seen.observation_id,
  })
  expect(first.action).not.toHaveProperty('observation_no')
  expect([typed.action.step_index, scrolled.action.step_index]).toEqual([1, null])
  expect((await buffer.openSession())?.steps).toBe(2)
})

test('every kind of stored item is a valid item', async () => {
  const { buffer } = await freshBuffer()
  await buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 7, captured: page('a') })
  await buffer.putAction({ tab_id: 7, captured: click(0) })
  await buffer.endSession('closed', START + 10)
  await buffer.putGap({
    schema_version: 1,
    gap_id: id(9),
    timestamp: START,
    session_id: null,
    document_id: null,
    from_seq: null,
    to_seq: null,
    reason: 'quota',
  })
  const stored = await buffer.items(0, 10)
  expect(stored.map(({ item }) => itemSchema.parse(item))).toEqual(stored.map(({ item }) => item))
  expect(stored.map(({ item }) => [item.seq, item.kind])).toEqual([
    [1, 'observation'],
    [2, 'action'],
    [3, 'action'],
    [4, 'gap'],
  ])
})

test('a second delivery stores nothing and answers the same', async () => {
  const { buffer } = await freshBuffer()
  const first = await buffer.putAction({ tab_id: 1, captured: click(0) })
  const again = await buffer.putAction({ tab_id: 1, captured: click(0) })
  expect(again).toEqual({ ...first, duplicate: true })
  expect((await buffer.counts()).by_kind.action).toBe(1)
  expect((await buffer.openSession())?.steps).toBe(1)
})

test('a second delivery of a deleted or a quarantined action does not bring it back', async () => {
  const { buffer } = await freshBuffer()
  const deleted = await buffer.putAction({ tab_id: 1, captured: click(0) })
  const bad = await buffer.putAction({ tab_id: 1, captured: click(1) })
  await buffer.deleteSteps({ seqs: [deleted.seq] })
  await buffer.quarantine([bad.seq], 'refused')

  expect(await buffer.putAction({ tab_id: 1, captured: click(0) })).toMatchObject({ seq: deleted.seq, duplicate: true })
  expect(await buffer.putAction({ tab_id: 1, captured: click(1) })).toMatchObject({ seq: bad.seq, duplicate: true })
  expect(await buffer.counts()).toMatchObject({ pending: 1, quarantined: 1, by_kind: { action: 0, gap: 1 } })
  expect((await buffer.openSession())?.steps).toBe(2)
})

test.each([
  ['no observation yet', null, { observation_id: null, url: 'https://shop.example/given' }],
  ['an observation that never arrived', 5, { observation_id: null, url: 'https://shop.example/given' }],
])('%s gives no page and the address given', async (_, observation_no, expected) => {
  const { buffer } = await freshBuffer()
  await buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 1, captured: page('a') })
  const captured = click(0, { observation_no })
  const { action } = await buffer.putAction({ tab_id: 1, captured, url: 'https://shop.example/given' })
  expect(action).toMatchObject(expected)
})

test('actions that arrive out of order keep their own time and number', async () => {
  const { buffer } = await freshBuffer()
  const later = await buffer.putAction({ tab_id: 1, captured: click(1, { timestamp: START + 900 }) })
  const earlier = await buffer.putAction({ tab_id: 1, captured: click(0, { timestamp: START + 100 }) })
  expect(earlier.action).toMatchObject({ timestamp: START + 100, document_seq: 0, step_index: 1 })
  expect(earlier.action.session_id).toBe(later.action.session_id)
  expect((await buffer.openSession())?.last_at).toBe(START + 900)
})

test('each browser tab has one pseudonym, and a new one after a browser start', async () => {
  const { buffer } = await freshBuffer()
  const tabs: number[] = []
  for (const [number, tab_id] of [51, 52, 51].entries()) {
    tabs.push((await buffer.putAction({ tab_id, captured: click(number) })).action.tab)
  }
  await buffer.forgetTabs()
  tabs.push((await buffer.putAction({ tab_id: 51, captured: click(9) })).action.tab)
  expect(tabs).toEqual([0, 1, 0, 2])
})

test.each([
  ['within the idle time', 30 * MINUTE, 1],
  ['a millisecond over it', 30 * MINUTE + 1, 2],
])('a pause %s', async (_, pause, sessions) => {
  const { buffer, clock } = await freshBuffer()
  const before = await buffer.putAction({ tab_id: 1, captured: click(0, { timestamp: START }), idle_ms: 30 * MINUTE })
  clock.now = START + pause
  const captured = click(1, { timestamp: START + pause })
  const after = await buffer.putAction({ tab_id: 1, captured, idle_ms: 30 * MINUTE })
  expect(new Set([before.action.session_id, after.action.session_id]).size).toBe(sessions)
  const stored = (await buffer.items(0, 10)).map(({ item }) => item.data)
  if (sessions === 1) return expect(stored).toHaveLength(2)
  expect(stored[1]).toMatchObject({
    type: 'terminate',
    reason: 'idle',
    session_id: before.action.session_id,
    step_index: 1,
    timestamp: START + 30 * MINUTE,
  })
  expect(after.action.step_index).toBe(0)
})

test('opening a page after the pause ends the old session too', async () => {
  const { buffer, clock } = await freshBuffer()
  const seen = { observation_no: 0, tab_id: 1, captured: page('a'), idle_ms: 5 * MINUTE }
  const before = await buffer.putObservation({ ...seen, document_id: id(1) })
  clock.now += 6 * MINUTE
  const after = await buffer.putObservation({ ...seen, document_id: id(2) })
  expect(after.session_id).not.toBe(before.session_id)
  expect(after).toMatchObject({ is_new: false, step_index: 0 })
  expect(await buffer.history(before.session_id)).toMatchObject([{ action: { type: 'terminate', reason: 'idle' } }])
})

test('a page that changes by itself neither keeps a session alive nor makes sessions of nothing', async () => {
  const { buffer, clock } = await freshBuffer()
  const idle_ms = 5 * MINUTE
  await buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 1, captured: page('a'), idle_ms })
  for (let number = 1; number <= 40; number++) {
    clock.now += MINUTE
    const captured = page(`a${number}`)
    await buffer.putObservation({ document_id: id(1), observation_no: number, tab_id: 1, captured, idle_ms })
  }
  const ends = (await buffer.items(0, 100)).filter(({ item }) => item.kind === 'action')
  expect(ends.map(({ item }) => item.data)).toMatchObject([{ type: 'terminate', timestamp: START + 5 * MINUTE }])

  const back = await buffer.putAction({ tab_id: 1, captured: click(0, { timestamp: clock.now }), idle_ms })
  expect(back.action.step_index).toBe(0)
  expect(await buffer.openSession()).toMatchObject({ session_id: back.action.session_id, started_at: clock.now })
})

test('a clock set back by a day does not make a session endless', async () => {
  const { buffer, clock } = await freshBuffer()
  const before = await buffer.putAction({ tab_id: 1, captured: click(0, { timestamp: START }) })
  clock.now = START - 24 * 60 * MINUTE
  const after = await buffer.putAction({ tab_id: 1, captured: click(1, { timestamp: clock.now }) })
  expect(after.action.session_id).not.toBe(before.action.session_id)
})
