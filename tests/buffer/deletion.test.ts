import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { TraceBuffer } from '../../src/buffer/openBuffer.ts'
import { click, draft, freshBuffer, id, page, START } from './material.ts'

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

test('a deleted page is gone from what follows on it', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  expect(await buffer.deleteItems([1, 999])).toBe(1)
  expect(await buffer.observation(place.observation_id)).toBeNull()
  expect(await buffer.history(place.session_id)).toMatchObject([{ observation: null }])
  const next = await buffer.putAction({ tab_id: 1, captured: click(5, { document_id: place.document_id }) })
  expect(next.action).toMatchObject({ observation_id: null, url: '' })
  expect(await buffer.endSession('closed', START + 5)).toMatchObject({ observation_id: null, url: '' })
})

test('deleting a session leaves nothing of it, and the open document goes on in a new one', async () => {
  const { buffer } = await freshBuffer()
  const place = await shop(buffer)
  await buffer.quarantine([place.seq], 'refused')
  expect(await buffer.deleteSession(place.session_id)).toBe(3)
  expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 0, quarantined: 0 })
  expect(await buffer.openSession()).toBeNull()
  const next = await buffer.putAction({ tab_id: 1, captured: click(5, { document_id: place.document_id }) })
  expect(next.action.session_id).not.toBe(place.session_id)
  expect(next.seq).toBe(4)
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
  await acknowledgeAll(buffer)
  await buffer.putAction({ tab_id: 1, captured: click(0) })
  clock.now = START + 40 * DAY
  await buffer.putObservation({ ...seen, document_id: id(2) })
  expect(await buffer.prune(clock.now, 30)).toBe(0)
  expect(await buffer.observation(observation_id)).not.toBeNull()
  expect(await buffer.prune(clock.now + 31 * DAY, 30)).toBe(1)
  expect((await buffer.counts()).pending).toBe(2)
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
    quarantined: 0,
    by_kind: { observation: 0, action: 0, prediction: 0, gap: 0 },
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
