import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { rationaleIdOf } from '../../schemas/index.ts'
import type { TraceBuffer } from '../../src/buffer/openBuffer.ts'
import { click, draft, freshBuffer, id, page, rationale, START } from './material.ts'

const DAY = 86_400_000
const limits = { now: START, hold_ms: 0, max_items: 100, max_bytes: 1e9 }

async function shop(buffer: TraceBuffer, from = 0) {
  const document_id = id(100 + from)
  const place = await buffer.putObservation({ document_id, observation_no: 0, tab_id: 1, captured: page(`p${from}`) })
  await buffer.commitPrediction(draft(place, id(200 + from)))
  const { seq } = await buffer.putAction({ tab_id: 1, captured: click(from, { document_id }) })
  return { ...place, seq, document_id }
}

async function acknowledgeAll(buffer: TraceBuffer, now = START) {
  const batch = await buffer.nextBatch({ ...limits, now })
  await buffer.acknowledge(batch?.batch_id ?? '', { rejected: [] })
}

const seqs = async (buffer: TraceBuffer) => (await buffer.items(0, 100)).map(({ item }) => item.seq)
const gapsOf = async (buffer: TraceBuffer) =>
  (await buffer.items(0, 100)).flatMap(({ item }) => (item.kind === 'gap' ? [item.data] : []))
const next = (buffer: TraceBuffer, now = START) => buffer.nextRedaction({ now, max_items: 100, max_bytes: 1e6 })

test('a deleted step goes with its page and predictions, and leaves a gap that says where', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  await buffer.putModel('ranker', new Uint8Array([1]))
  expect(await buffer.deleteSteps({ seqs: [2, 3, 999] })).toBe(3)
  expect(await gapsOf(buffer)).toMatchObject([
    { session_id: place.session_id, document_id: place.document_id, from_seq: 0, to_seq: 0, reason: 'deleted' },
  ])
  expect(await seqs(buffer)).toEqual([4])
  expect(await buffer.observation(place.observation_id)).toBeNull()
  expect(await buffer.getModel('ranker')).toBeUndefined()
  const after = await buffer.putAction({ tab_id: 1, captured: click(5, { document_id: place.document_id }) })
  expect(after.action).toMatchObject({ observation_id: null, url: '' })
  expect(await buffer.endSession('closed', START + 5)).toMatchObject({ observation_id: null, url: '' })
  expect(await buffer.deleteSteps({ seqs: [4, 999] })).toBe(0)
  expect((await gapsOf(buffer)).length).toBe(1)
})

test('a page that another step refers to stays with it; one that was only seen goes when it is named', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  const again = await buffer.putAction({ tab_id: 1, captured: click(1, { document_id: place.document_id }) })
  await buffer.putObservation({ document_id: id(101), observation_no: 0, tab_id: 1, captured: page('seen') })
  expect(await buffer.deleteSteps({ seqs: [1, 2, 3] })).toBe(2)
  expect(await seqs(buffer)).toEqual([1, 4, 5, 6])
  expect(await buffer.deleteSteps({ seqs: [5] })).toBe(1)
  expect(await buffer.deleteSteps({ seqs: [again.seq] })).toBe(2)
  expect((await buffer.items(0, 100)).map(({ item }) => item.kind)).toEqual(['gap', 'gap', 'gap'])
})

test('deleting a session leaves nothing of it but an unnamed gap, and the open document goes on in a new one', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  await buffer.quarantine([place.seq], 'refused')
  expect(await buffer.deleteSession(place.session_id)).toBe(3)
  expect(await buffer.counts()).toMatchObject({ pending: 1, acknowledged: 0, quarantined: 0 })
  expect(await gapsOf(buffer)).toMatchObject([{ session_id: null, document_id: null, reason: 'deleted' }])
  expect(await buffer.openSession()).toBeNull()
  const after = await buffer.putAction({ tab_id: 1, captured: click(5, { document_id: place.document_id }) })
  expect(after.action.session_id).not.toBe(place.session_id)
  expect(after.seq).toBe(5)
})

test('what was never claimed for sending asks nothing of the collector', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  await buffer.deleteSteps({ seqs: [place.seq] })
  await shop(buffer, 10)
  await buffer.deleteSession(place.session_id)
  expect(await next(buffer)).toBeNull()
})

test.each(['acknowledged', 'on its way', 'released', 'quarantined'])(
  'what is %s is asked of the collector',
  async (state) => {
    const { buffer } = await freshBuffer()
    const place = await shop(buffer)
    const batch = await buffer.nextBatch(limits)
    if (state === 'acknowledged') await buffer.acknowledge(batch?.batch_id ?? '', { rejected: [] })
    if (state === 'released') await buffer.release(batch?.batch_id ?? '')
    if (state === 'quarantined') await buffer.quarantine([1, 2, 3], 'refused')
    await shop(buffer, 10)
    await buffer.deleteSteps({ seqs: [1, 2, 3, 4, 5, 6] })
    const asked = await next(buffer)
    expect(asked).toMatchObject({ what: 'delete', number: 1, up_to_seq: 0, session_ids: [] })
    const deleted = asked?.what === 'delete' ? asked.deleted : []
    expect(deleted.map(({ seq }) => seq).sort()).toEqual([1, 2, 3])
    expect(deleted.find(({ seq }) => seq === 1)?.item_id).toBe(place.observation_id)
    // A batch that lost an item is made anew.
    expect((await buffer.nextBatch(limits))?.items.every(({ kind }) => kind === 'gap')).toBe(true)
  },
)

test('a session that was sent is asked for by name, for the collector may have more of it', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  await acknowledgeAll(buffer)
  await buffer.prune(START + 40 * DAY, 30)
  await buffer.deleteSession(place.session_id)
  expect(await next(buffer)).toMatchObject({ what: 'delete', session_ids: [place.session_id], deleted: [] })
})

test('what only the collector has is asked for by id, and leaves its gap', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  const items = (await buffer.items(0, 9)).map(({ item }) => item)
  await acknowledgeAll(buffer)
  await buffer.prune(START + 40 * DAY, 30)
  await buffer.deleteSteps({ seqs: [], elsewhere: items })
  const asked = await next(buffer)
  const deleted = asked?.what === 'delete' ? asked.deleted : []
  expect(new Set(deleted.map(({ item_id }) => item_id))).toEqual(
    // What was said about the step may be there too.
    new Set(items.flatMap(({ item_id, kind }) => (kind === 'action' ? [item_id, rationaleIdOf(item_id)] : [item_id]))),
  )
  expect(deleted.every(({ item_id, unless_used }) => unless_used === (item_id === place.observation_id))).toBe(true)
  expect(await gapsOf(buffer)).toMatchObject([{ document_id: place.document_id, from_seq: 0, to_seq: 0 }])
})

test('deleting all keeps the participant in the study: order, pseudonyms and late deliveries', async () => {
  const { buffer } = await freshBuffer()
  await shop(buffer)
  await acknowledgeAll(buffer)
  const second = await shop(buffer, 10)
  expect(await buffer.takeRedactionNo()).toBe(1)
  await buffer.deleteSession(second.session_id)
  const third = await shop(buffer, 20)
  expect(await buffer.deleteAll()).toBe(4)
  expect(await seqs(buffer)).toEqual([11])
  expect(await next(buffer)).toMatchObject({ what: 'delete', up_to_seq: 10, session_ids: [], deleted: [] })
  const late = { ...click(20, { document_id: third.document_id }) }
  expect(await buffer.putAction({ tab_id: 1, captured: late })).toMatchObject({ duplicate: true })
  expect(await shop(buffer, 30)).toMatchObject({ seq: 14, step_index: 0 })
  expect((await buffer.items(11, 9)).map(({ item }) => item.kind === 'action' && item.data.tab)).toContain(0)
  expect(await buffer.takeRedactionNo()).toBe(2)
})

test('prune takes what is acknowledged and old, and nothing else', async () => {
  const { buffer, clock } = await freshBuffer()
  const old = await shop(buffer, 0)
  await acknowledgeAll(buffer)
  await buffer.endSession('closed', START)
  clock.now = START + 20 * DAY
  const recent = await shop(buffer, 10)
  await acknowledgeAll(buffer, clock.now)

  expect(await buffer.prune(START + 30 * DAY, 30)).toBe(0)
  expect(await buffer.prune(START + 30 * DAY + 1, 30)).toBe(4)
  const left = (await buffer.items(0, 100)).map(({ item }) => item.seq)
  expect(left).toEqual([5, 6, 7])
  expect(await buffer.observation(old.observation_id)).toBeNull()
  expect(await buffer.observation(recent.observation_id)).not.toBeNull()
})

test('prune keeps what was never acknowledged, however old, and a page that was seen again', async () => {
  const { buffer, clock } = await freshBuffer()
  const captured = page('again')
  const seen = { observation_no: 0, tab_id: 1, captured }
  const { observation_id } = await buffer.putObservation({ ...seen, document_id: id(1) })
  await buffer.putAction({ tab_id: 1, captured: click(0) })
  await acknowledgeAll(buffer)
  await buffer.putAction({ tab_id: 1, captured: click(1) })
  clock.now = START + 40 * DAY
  await buffer.putObservation({ ...seen, document_id: id(2) })
  // The first click alone: the page was seen again.
  expect(await buffer.prune(clock.now, 30)).toBe(1)
  expect(await buffer.observation(observation_id)).not.toBeNull()
  // The second click still waits, and refers to the page.
  expect(await buffer.prune(clock.now + 31 * DAY, 30)).toBe(0)
  expect((await buffer.counts()).pending).toBe(2)
  await acknowledgeAll(buffer, clock.now)
  expect(await buffer.prune(clock.now + 31 * DAY, 30)).toBe(3)
  expect(await buffer.observation(observation_id)).toBeNull()
})

test('a wipe leaves nothing, and no seq is given twice', async () => {
  const { buffer } = await freshBuffer()
  await shop(buffer)
  await buffer.putModel('ranker', new Uint8Array([1, 2]).buffer)
  await buffer.updateUploadState({ attempts: 4 })
  await buffer.nextBatch(limits)
  await buffer.wipe()
  expect(await buffer.counts()).toEqual({
    pending: 0,
    acknowledged: 0,
    unused: 0,
    quarantined: 0,
    by_kind: { observation: 0, action: 0, prediction: 0, gap: 0, rationale: 0, survey_answer: 0 },
  })
  expect(await buffer.getModel('ranker')).toBeUndefined()
  expect(await buffer.uploadState()).toMatchObject({ attempts: 0 })
  expect(await buffer.nextBatch(limits)).toBeNull()
  const after = await shop(buffer)
  expect(after.seq).toBe(6)
})

test('models are kept as they were given', async () => {
  const { buffer } = await freshBuffer()
  await buffer.putModel('ranker', { weights: new Float64Array([0.5, -1]).buffer, steps: 3 })
  const kept = (await buffer.getModel('ranker')) as { weights: ArrayBuffer; steps: number }
  expect([...new Float64Array(kept.weights)]).toEqual([0.5, -1])
  await buffer.deleteModel('ranker')
  expect(await buffer.getModel('ranker')).toBeUndefined()
})

test('what was said about a step is shown with it, wherever it lies, and goes with it, at the collector too', async () => {
  const { buffer } = await freshBuffer()
  const first = await shop(buffer)
  await shop(buffer, 1)
  const { action } = (await buffer.recentSteps(2))[1] ?? {}
  if (!action) throw new Error('no step')
  const { action_id, session_id, step_index } = action
  const said = { ...rationale(action_id), session_id, step_index: step_index ?? 0 }
  expect(await buffer.putRationale(said)).toBe(7)
  expect(await buffer.putRationale({ ...said, text: 'Something else' })).toBe(7)
  await acknowledgeAll(buffer)

  const [second, one] = await buffer.steps(null, 10)
  expect(second?.items.map(({ item }) => item.kind)).toEqual(['observation', 'prediction', 'action'])
  expect(one?.items.map(({ item }) => item.kind)).toEqual(['observation', 'prediction', 'action', 'rationale'])
  // Read one at a time, the second page of steps begins after it, and it is still there.
  expect((await buffer.steps(4, 1))[0]?.items.at(-1)?.item.data).toMatchObject({ text: said.text })

  // Its page stays: what was predicted there still refers to it.
  expect(await buffer.deleteSteps({ seqs: [first.seq] })).toBe(2)
  expect((await next(buffer))?.what).toBe('delete')
  expect(await next(buffer)).toMatchObject({
    deleted: expect.arrayContaining([{ item_id: said.rationale_id, seq: 7, unless_used: false }]),
  })
  // An answer that comes after the deletion is not kept.
  expect(await buffer.putRationale({ ...said, rationale_id: said.rationale_id })).toBe(7)
  expect((await buffer.items(0, 100)).map(({ item }) => item.kind)).not.toContain('rationale')
})

test('an answer about a step that was deleted meanwhile is not kept', async () => {
  const { buffer } = await freshBuffer()
  const { seq } = await shop(buffer)
  const { action } = (await buffer.recentSteps(1))[0] ?? {}
  await buffer.deleteSteps({ seqs: [seq] })
  expect(await buffer.putRationale(rationale(action?.action_id ?? ''))).toBeNull()
})

test('where only the collector still has a step, what was said about it is deleted there by name', async () => {
  const { buffer } = await freshBuffer()
  await shop(buffer)
  const [item] = (await buffer.items(0, 100)).flatMap(({ item: one }) => (one.kind === 'action' ? [one] : []))
  await acknowledgeAll(buffer)
  await buffer.prune(START + 40 * DAY, 30)
  if (!item) throw new Error('no action')
  await buffer.deleteSteps({ seqs: [], elsewhere: [item] })
  expect(await next(buffer, START + 40 * DAY)).toMatchObject({
    deleted: expect.arrayContaining([expect.objectContaining({ item_id: `why:${item.item_id}` })]),
  })
})
