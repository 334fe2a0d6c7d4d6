import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { expect, test } from 'vitest'
import type { TraceBuffer } from '../../src/buffer/openBuffer.ts'
import { click, freshBuffer, id, MINUTE, page, START } from './material.ts'

const limits = { now: START, hold_ms: 0, max_items: 100, max_bytes: 1e9 }

async function clicks(buffer: TraceBuffer, count: number, from = 0) {
  for (let number = from; number < from + count; number++)
    await buffer.putAction({ tab_id: 1, captured: click(number) })
}

const seqs = (batch: { items: { seq: number }[] } | null) => batch?.items.map((one) => one.seq)

test('an unfinished batch comes again as it was, whatever was stored since and whatever the limits are now', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 3)
  const first = await buffer.nextBatch(limits)
  await clicks(buffer, 3, 10)
  expect(await buffer.nextBatch({ ...limits, now: START + 5, max_items: 1 })).toEqual(first)
  expect(seqs(first)).toEqual([1, 2, 3])
  expect(await buffer.acknowledge(first?.batch_id ?? '', { rejected: [] })).toBe(3)
  expect(seqs(await buffer.nextBatch(limits))).toEqual([4, 5, 6])
})

test('two callers at once get the same batch', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 3)
  const [one, two] = await Promise.all([buffer.nextBatch(limits), buffer.nextBatch(limits)])
  expect(one).toEqual(two)
})

test.each([
  ['items', { max_items: 2 }, [1, 2]],
  ['bytes', { max_bytes: 1200 }, [1, 2]],
  ['bytes, but for one item larger than that', { max_bytes: 10 }, [1]],
])('a batch is limited in %s', async (_, over, expected) => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 5)
  expect(seqs(await buffer.nextBatch({ ...limits, ...over }))).toEqual(expected)
})

test('a batch counts bytes as UTF-8 of the whole item', async () => {
  const { buffer } = await freshBuffer()
  for (const number of [0, 1, 2]) {
    const captured = page(`p${number}`, '漢'.repeat(1000))
    await buffer.putObservation({ document_id: id(1), observation_no: number, tab_id: 1, captured })
  }
  for (const observation_no of [0, 1, 2])
    await buffer.putAction({ tab_id: 1, captured: click(observation_no, { observation_no }) })
  expect(seqs(await buffer.nextBatch({ ...limits, max_bytes: 7000 }))).toEqual([1, 2])
})

test('only items whose rest is over are claimed', async () => {
  const { buffer, clock } = await freshBuffer()
  await clicks(buffer, 1)
  clock.now += MINUTE
  await clicks(buffer, 1, 1)
  const hold_ms = 5 * MINUTE
  expect(await buffer.nextBatch({ ...limits, hold_ms, now: START + 5 * MINUTE - 1 })).toBeNull()
  expect(await buffer.nextUploadAt(clock.now, hold_ms)).toBe(START + 5 * MINUTE)
  expect(seqs(await buffer.nextBatch({ ...limits, hold_ms, now: START + 5 * MINUTE }))).toEqual([1])
})

test('items stored while the clock was a year ahead rest from now on, all at once', async () => {
  const { buffer, clock } = await freshBuffer()
  clock.now = START + 365 * 24 * 60 * MINUTE
  await clicks(buffer, 3)
  const hold_ms = 5 * MINUTE
  expect(await buffer.nextBatch({ ...limits, hold_ms, now: START })).toBeNull()
  expect(await buffer.nextUploadAt(START, hold_ms)).toBe(START + hold_ms)
  expect(seqs(await buffer.nextBatch({ ...limits, hold_ms, now: START + hold_ms }))).toEqual([1, 2, 3])
})

test('a failed batch waits, and holds the following ones back', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 2)
  const first = await buffer.nextBatch(limits)
  await clicks(buffer, 1, 5)
  await buffer.fail(first?.batch_id ?? '', { next_at: START + 1000, error: 'no network' })
  expect(await buffer.nextBatch({ ...limits, now: START + 999 })).toBeNull()
  expect(await buffer.nextUploadAt(START, 0)).toBe(START + 1000)
  expect(await buffer.nextBatch({ ...limits, now: START + 1000 })).toEqual({ ...first, attempts: 1 })
})

test('a batch that waits because the clock was wrong does not wait', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 2)
  const first = await buffer.nextBatch(limits)
  await buffer.fail(first?.batch_id ?? '', { next_at: START + 365 * 86_400_000, error: 'no network' })
  expect(await buffer.nextUploadAt(START, 0)).toBe(START)
  expect(await buffer.nextBatch(limits)).toEqual({ ...first, attempts: 1 })
})

test('a single item that waits holds nobody back', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 1)
  const single = await buffer.nextBatch(limits)
  await buffer.fail(single?.batch_id ?? '', { next_at: START + 1000, error: 'failed', split: true })
  await clicks(buffer, 2, 5)
  expect(await buffer.nextUploadAt(START, 0)).toBe(START)
  expect(seqs(await buffer.nextBatch(limits))).toEqual([2, 3])
})

test('a split batch goes on as two that share nothing and lose nothing', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 5)
  const whole = await buffer.nextBatch(limits)
  await buffer.fail(whole?.batch_id ?? '', { next_at: START, error: 'too large', split: true })
  const one = await buffer.nextBatch(limits)
  await buffer.acknowledge(one?.batch_id ?? '', { rejected: [] })
  const two = await buffer.nextBatch(limits)
  expect([seqs(one), seqs(two)]).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
  expect(new Set([whole?.batch_id, one?.batch_id, two?.batch_id]).size).toBe(3)
  expect([one?.others_accepted, two?.others_accepted]).toEqual([false, true])
})

test('what is rejected is set aside with its reason; an answer that comes twice changes nothing', async () => {
  const { buffer, clock } = await freshBuffer()
  await clicks(buffer, 3)
  const batch = await buffer.nextBatch(limits)
  const answer = { rejected: [{ index: 1, item_id: null, reason: 'bad name' }] }
  clock.now += 7
  expect(await buffer.acknowledge(batch?.batch_id ?? '', answer)).toBe(2)
  expect(await buffer.acknowledge(batch?.batch_id ?? '', answer)).toBe(0)
  expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 2, quarantined: 1 })
  expect(await buffer.quarantined()).toMatchObject([{ seq: 2, reason: 'bad name', quarantined_at: START + 7 }])
  expect(await buffer.uploadState()).toMatchObject({ accepted: 1, accepted_at: START + 7 })
})

test('an answer after a wipe changes nothing', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 3)
  const batch = await buffer.nextBatch(limits)
  await buffer.wipe()
  expect(await buffer.acknowledge(batch?.batch_id ?? '', { rejected: [] })).toBe(0)
  expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 0 })
})

test.each([
  ['in a fresh batch', false],
  ['in a batch made before', true],
])('a row that went bad does not break the others, %s', async (_, claimedBefore) => {
  const { buffer, name } = await freshBuffer()
  await clicks(buffer, 4)
  const before = claimedBefore ? await buffer.nextBatch(limits) : null
  const raw = await openDB(name)
  const good = await raw.get('items', 2)
  await raw.put('items', { ...good, data: { ...good.data, name: 7 } })
  await raw.put('items', { seq: 3, state: 'pending', junk: true })
  raw.close()

  const batch = await buffer.nextBatch(limits)
  expect(seqs(batch)).toEqual([1, 4])
  expect(batch?.batch_id).not.toBe(before?.batch_id)
  expect(await buffer.quarantined()).toMatchObject([
    { seq: 2, reason: expect.stringContaining('name') },
    { seq: 3, reason: expect.stringContaining('Not readable') },
  ])
  await buffer.acknowledge(batch?.batch_id ?? '', { rejected: [] })
  expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 2, quarantined: 2 })
})

const gathering = { hold_ms: 2 * MINUTE, gather_ms: 10 * MINUTE }

test.each([
  ['while the session goes on', {}, 11, null],
  ['no longer than that', {}, 12, [1, 2]],
  ['where the batch is full of items', { max_items: 2 }, 2, [1, 2]],
  ['where it is full of bytes', { max_bytes: 900 }, 2, [1]],
  ['where the session is over', { over: true }, 3, [1, 2, 3]],
  ['not before their rest is over, all the same', { over: true }, 1, null],
] as const)(
  'what may be sent waits for more: %s',
  async (_, { over, ...more }: Record<string, unknown>, minute, expected) => {
    const { buffer, clock } = await freshBuffer()
    await clicks(buffer, 2)
    clock.now += MINUTE
    if (over) await buffer.endSession('closed', clock.now)
    const now = START + minute * MINUTE
    expect(seqs(await buffer.nextBatch({ ...limits, ...gathering, now, ...more })) ?? null).toEqual(expected)
  },
)

test('what waits for more is named when its wait is over, and at once when the session is', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 2)
  expect(await buffer.nextUploadAt(START, 2 * MINUTE, 10 * MINUTE)).toBe(START + 12 * MINUTE)
  await buffer.endSession('closed', START)
  expect(await buffer.nextUploadAt(START, 2 * MINUTE, 10 * MINUTE)).toBe(START + 2 * MINUTE)
})

test('a batch that failed does not wait for more', async () => {
  const { buffer } = await freshBuffer()
  await clicks(buffer, 2)
  const first = await buffer.nextBatch(limits)
  await buffer.fail(first?.batch_id ?? '', { next_at: START + 1, error: 'no network' })
  expect(seqs(await buffer.nextBatch({ ...limits, ...gathering, now: START + 1 }))).toEqual([1, 2])
})
