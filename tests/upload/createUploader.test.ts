import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Batch, Item } from '../../schemas/index.ts'
import type { TraceBuffer } from '../../src/buffer/openBuffer.ts'
import { createUploader, type UploaderOptions } from '../../src/upload/createUploader.ts'
import { click, freshBuffer, id, page, START } from '../buffer/material.ts'
import { type Mood, startTestCollector, status, type TestCollector } from './testCollector.ts'

let collector: TestCollector
beforeAll(async () => {
  collector = await startTestCollector()
})
afterAll(() => collector.close())
beforeEach(() => {
  collector.items.clear()
  collector.seen.length = 0
  collector.always(null)
})

const TOKEN = 'a-token-of-at-least-thirty-two-characters'

async function scene(options: Partial<UploaderOptions> & { hold_minutes?: number } = {}) {
  const { buffer, clock, settings } = await freshBuffer()
  const { hold_minutes = 0, ...rest } = options
  const shared = {
    endpoint: collector.endpoint,
    token: TOKEN,
    study: { id: 'shirts', version: 3, upload: { hold_minutes } },
    participant_id: id(Math.floor(Math.random() * 1e9)),
    fetch: globalThis.fetch,
    now: () => clock.now,
    random: () => 0.5,
    scrubItem: (item: Item) => item,
    ...rest,
  }
  return { buffer, clock, settings, shared, uploader: createUploader({ buffer, ...shared }) }
}

async function clicks(buffer: TraceBuffer, count: number, from = 0): Promise<string[]> {
  for (let number = from; number < from + count; number++)
    await buffer.putAction({ tab_id: 1, captured: click(number) })
  return (await buffer.items(0, 10_000)).map(({ item }) => item.item_id)
}

test('sends everything once, gzipped, with the token, and marks it', async () => {
  const { buffer, uploader, shared } = await scene()
  await buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 1, captured: page('a') })
  const ids = await clicks(buffer, 3)

  expect(await uploader.uploadPending()).toEqual({ sent: 4, acknowledged: 4, next_at: null })
  expect([...collector.items.keys()]).toEqual(ids)
  const [only] = collector.seen
  expect(collector.seen).toHaveLength(1)
  expect(only?.headers.get('authorization')).toBe(`Bearer ${TOKEN}`)
  expect(only?.headers.get('content-encoding')).toBe('gzip')
  expect(JSON.parse(only?.text ?? '')).toMatchObject({
    schema_version: 2,
    study_id: 'shirts',
    study_version: 3,
    participant_id: shared.participant_id,
    created_at: START,
  })
  expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 4 })
  expect(await uploader.uploadPending()).toEqual({ sent: 0, acknowledged: 0, next_at: null })
  expect(collector.seen).toHaveLength(1)
})

const sizeOf = (batch: Batch | null): number => batch?.items.length ?? 0

const troubles: [string, Mood, number | null][] = [
  ['the connection breaks', () => 'drop', null],
  ['the answer is lost after storing', () => 'drop_after_storing', null],
  ['503', status(503), 503],
  ['502 from a proxy, as HTML', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502],
  ['429', status(429), 429],
  ['507, disk full', status(507), 507],
  ['408', status(408), 408],
  [
    'a Wi-Fi sign-in page',
    () => new Response('<html>Sign in</html>', { headers: { 'Content-Type': 'text/html' } }),
    200,
  ],
  ['a redirect', () => new Response(null, { status: 302, headers: { Location: '/base/v1/elsewhere' } }), null],
  ["another batch's acknowledgement", () => Response.json({ batch_id: id(5), stored: 3, known: 0, rejected: [] }), 200],
  [
    'an acknowledgement that leaves an item out',
    (batch) => Response.json({ batch_id: batch?.batch_id, stored: sizeOf(batch) - 1, known: 0, rejected: [] }),
    200,
  ],
  [
    'a rejection of an item that was not sent',
    (batch) =>
      Response.json({
        batch_id: batch?.batch_id,
        stored: sizeOf(batch) - 1,
        known: 0,
        rejected: [{ item_id: null, index: sizeOf(batch), reason: 'no' }],
      }),
    200,
  ],
]

test.each(troubles)('%s: waits, then sends the same bytes again', async (_, mood, code) => {
  const { buffer, clock, uploader } = await scene()
  const ids = await clicks(buffer, 3)
  collector.next(mood)

  const first = await uploader.uploadPending()
  expect(first).toEqual({ sent: 3, acknowledged: 0, next_at: START + 2500 })
  expect(await uploader.state()).toMatchObject({ attempts: 1, problem: { status: code, stopped: false } })
  expect(await buffer.counts()).toMatchObject({ pending: 3, acknowledged: 0, quarantined: 0 })

  clock.now = START + 2499
  await uploader.uploadPending()
  expect(collector.seen).toHaveLength(1)

  clock.now = START + 2500
  expect(await uploader.uploadPending()).toEqual({ sent: 3, acknowledged: 3, next_at: null })
  expect(new Set(collector.seen.map((one) => one.body_sha256)).size).toBe(1)
  expect([...collector.items.keys()]).toEqual(ids)
  expect(await uploader.state()).toMatchObject({ attempts: 0, problem: null, accepted: 1 })
})

test('no server at all is waited for without end, no longer than an hour each time', async () => {
  const { buffer, clock, uploader } = await scene({ endpoint: 'http://127.0.0.1:1/', random: () => 0.999 })
  await clicks(buffer, 2)
  const waits: number[] = []
  for (let round = 0; round < 30; round++) {
    const { next_at } = await uploader.uploadPending()
    waits.push((next_at ?? 0) - clock.now)
    clock.now = next_at ?? 0
  }
  expect(waits.slice(0, 3)).toEqual([4995, 9990, 19_980])
  expect(Math.max(...waits)).toBeLessThanOrEqual(3_600_000)
  expect(waits.at(-1)).toBe(3_596_400)
  expect((await buffer.counts()).pending).toBe(2)
})

test('a collector that never answers is given up for this time', async () => {
  const { buffer, uploader } = await scene({ timeout_ms: 50 })
  await clicks(buffer, 1)
  collector.next(() => 'hang')
  expect(await uploader.uploadPending()).toEqual({ sent: 1, acknowledged: 0, next_at: START + 2500 })
})

test.each([
  ['seconds', '120', 120_000],
  ['a date', new Date(START + 300_000).toUTCString(), 300_000],
  ['a year', String(365 * 86_400), 86_400_000],
])('Retry-After in %s is honoured', async (_, header, least) => {
  const { buffer, uploader } = await scene()
  await clicks(buffer, 1)
  collector.next(status(503, 'busy', { 'Retry-After': header }))
  const { next_at } = await uploader.uploadPending()
  expect((next_at ?? 0) - START).toBeGreaterThanOrEqual(least)
  expect((next_at ?? 0) - START).toBeLessThanOrEqual(Math.min(least + 5000, 86_400_000))
})

test.each([401, 403, 404, 410])('%i: stops, says what to do, keeps everything', async (code) => {
  const { buffer, clock, uploader } = await scene()
  await clicks(buffer, 3)
  collector.always(status(code))
  expect(await uploader.uploadPending()).toEqual({ sent: 3, acknowledged: 0, next_at: null })
  const { problem } = await uploader.state()
  expect(problem).toMatchObject({ status: code, stopped: true })
  expect(problem?.message).toMatch(/stays on this device/)

  clock.now += 10 * 86_400_000
  await uploader.uploadPending()
  expect(collector.seen).toHaveLength(1)
  expect(await buffer.counts()).toMatchObject({ pending: 3, quarantined: 0 })

  collector.always(null)
  expect(await uploader.uploadNow()).toEqual({ sent: 3, acknowledged: 3, next_at: null })
})

test('413: halves the batch until it fits', async () => {
  const { buffer, uploader } = await scene()
  const ids = await clicks(buffer, 10)
  collector.always((batch) => (sizeOf(batch) > 3 ? new Response(null, { status: 413 }) : null))
  const result = await uploader.uploadPending()
  expect(result).toMatchObject({ acknowledged: 10, next_at: null })
  expect([...collector.items.keys()].sort()).toEqual(ids.sort())
  expect(collector.seen.map((one) => one.item_ids.length)).toEqual([10, 5, 3, 2, 5, 3, 2])
})

const refuses =
  (bad: Set<string | undefined>, code: number): Mood =>
  (batch, request) =>
    batch?.items.some((one) => bad.has(one.item_id)) ? (status(code)(batch, request) as Response) : null

test.each([400, 422, 500])('one item the collector fails over with %i holds up no other', async (code) => {
  const { buffer, clock, uploader } = await scene()
  const ids = await clicks(buffer, 20)
  collector.always(refuses(new Set([ids[0], ids[13]]), code))
  for (let round = 0; round < 60; round++) {
    const { next_at } = await uploader.uploadPending()
    clock.now = next_at ?? clock.now
  }
  expect([...collector.items.keys()].sort()).toEqual(ids.filter((one) => one !== ids[0] && one !== ids[13]).sort())
  if (code === 500) expect(await buffer.counts()).toMatchObject({ pending: 2, acknowledged: 18 })
  else {
    expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 18, quarantined: 2 })
    expect((await buffer.quarantined()).map((row) => row.item_id)).toEqual([ids[0], ids[13]])
    expect((await buffer.quarantined())[0]?.reason).toContain(`(${code}): told so`)
  }
  const later = await clicks(buffer, 1, 50)
  await uploader.uploadPending()
  expect(collector.items.has(later.at(-1) ?? '')).toBe(true)
})

test.each([400, 500])('a collector that answers %i to everything costs no item and is not stormed', async (code) => {
  const { buffer, clock, uploader } = await scene()
  const ids = await clicks(buffer, 100)
  collector.always(status(code))
  const day = clock.now + 86_400_000
  while (clock.now < day) {
    const { next_at } = await uploader.uploadPending()
    clock.now = next_at ?? day
  }
  expect(collector.seen.length).toBeLessThan(400)
  expect(await buffer.counts()).toMatchObject({ pending: 100, quarantined: 0 })
  expect(await uploader.state()).toMatchObject({ problem: { status: code, stopped: false } })

  collector.always(null)
  await uploader.uploadNow()
  expect([...collector.items.keys()].sort()).toEqual(ids.sort())
})

test('items that the collector rejects by name go to the quarantine with its reason', async () => {
  const { buffer, uploader } = await scene({
    scrubItem: (item) => (item.seq === 2 ? ({ ...item, data: { ...item.data, extra: 1 } } as unknown as Item) : item),
  })
  await clicks(buffer, 3)
  expect(await uploader.uploadPending()).toMatchObject({ sent: 3, acknowledged: 2 })
  expect(await buffer.quarantined()).toMatchObject([{ seq: 2, reason: 'not an item' }])
})

test('409: a used-up batch id is replaced, and no loop comes of it', async () => {
  const { buffer, uploader } = await scene()
  await clicks(buffer, 2)
  collector.next(status(409))
  expect(await uploader.uploadPending()).toMatchObject({ sent: 4, acknowledged: 2 })
  expect(new Set(collector.seen.map((one) => one.batch_id)).size).toBe(2)

  await clicks(buffer, 1, 10)
  collector.always(status(409))
  expect(await uploader.uploadPending()).toMatchObject({ sent: 3, acknowledged: 0, next_at: START + 2500 })
})

test('what leaves the device has passed the privacy gate; what the gate chokes on stays', async () => {
  const scrubItem = (item: Item): Item => {
    if (item.seq === 1) throw new Error('cannot judge this')
    return item.kind === 'action' && item.data.type === 'click'
      ? { ...item, data: { ...item.data, text: '[name]' } }
      : item
  }
  const { buffer, uploader } = await scene({ scrubItem })
  await clicks(buffer, 3)
  expect(await uploader.uploadPending()).toMatchObject({ sent: 2, acknowledged: 2 })
  expect([...collector.items.values()]).toMatchObject([
    { seq: 2, data: { text: '[name]' } },
    { seq: 3, data: { text: '[name]' } },
  ])
  const [kept] = await buffer.quarantined()
  expect(kept).toMatchObject({ seq: 1, reason: 'Kept back by the privacy check: cannot judge this' })
})

test('nothing is sent before its rest is over, unless the participant says so', async () => {
  const { buffer, clock, uploader } = await scene({ hold_minutes: 10 })
  await clicks(buffer, 2)
  clock.now += 60_000
  expect(await uploader.uploadPending()).toEqual({ sent: 0, acknowledged: 0, next_at: START + 600_000 })
  await clicks(buffer, 1, 5)
  clock.now = START + 600_000
  expect(await uploader.uploadPending()).toEqual({ sent: 2, acknowledged: 2, next_at: START + 660_000 })
  expect(await uploader.uploadNow()).toEqual({ sent: 1, acknowledged: 1, next_at: null })
})

test('what the participant deletes while a batch is under way is not sent again', async () => {
  const { buffer, clock, uploader } = await scene()
  const ids = await clicks(buffer, 3)
  collector.next(() => 'drop')
  await uploader.uploadPending()
  await buffer.deleteSteps({ seqs: [2] })
  clock.now += 60_000
  // Two of the three, and the gap record that the deletion leaves.
  expect(await uploader.uploadPending()).toMatchObject({ sent: 3, acknowledged: 3 })
  expect([...collector.items.keys()].slice(0, 2)).toEqual([ids[0], ids[2]])
  expect(collector.items.has(ids[1] ?? '')).toBe(false)
  expect(new Set(collector.seen.map((one) => one.batch_id)).size).toBe(2)
})

test('one upload at a time: a second call does nothing, a pressed "send now" takes its turn', async () => {
  const { buffer, uploader } = await scene()
  await clicks(buffer, 5)
  const results = await Promise.all([uploader.uploadPending(), uploader.uploadPending(), uploader.uploadNow()])
  expect(results.reduce((sum, one) => sum + one.sent, 0)).toBe(5)
  expect(collector.seen).toHaveLength(1)
})

test('an abort ends the call quietly and counts as no failure', async () => {
  const { buffer, uploader } = await scene()
  await clicks(buffer, 1)
  const controller = new AbortController()
  collector.next(() => {
    controller.abort()
    return 'hang'
  })
  expect(await uploader.uploadPending(controller.signal)).toEqual({ sent: 0, acknowledged: 0, next_at: START })
  expect(await uploader.state()).toMatchObject({ attempts: 0, problem: null })
  expect(await uploader.uploadPending()).toMatchObject({ acknowledged: 1 })
})

test('a new worker goes on with the batch, the bytes and the wait of the dead one', async () => {
  const { buffer, clock, settings, shared, uploader } = await scene()
  await clicks(buffer, 3)
  collector.next(() => 'drop_after_storing')
  await uploader.uploadPending()
  buffer.close()

  const { openBuffer } = await import('../../src/buffer/openBuffer.ts')
  const reborn = createUploader({ ...shared, buffer: await openBuffer(settings) })
  expect(await reborn.uploadPending()).toEqual({ sent: 0, acknowledged: 0, next_at: START + 2500 })
  clock.now += 2500
  expect(await reborn.uploadPending()).toMatchObject({ sent: 3, acknowledged: 3 })
  expect(new Set(collector.seen.map((one) => one.body_sha256)).size).toBe(1)
  expect(collector.items.size).toBe(3)
})

test.each([1, 2, 3, 4, 5])(
  'storm %i: through failures of every kind, each item arrives and no body ever changes',
  async (seed) => {
    let state = seed * 2654435761
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
    const kinds: Mood[] = [
      ...troubles.map(([, mood]) => mood),
      status(500),
      status(413),
      status(503, 'x', { 'Retry-After': '9' }),
    ]
    const { buffer, clock, uploader } = await scene({ random, max_items: 7 })
    collector.always((batch, request) =>
      random() < 0.6 ? (kinds[Math.floor(random() * kinds.length)] as Mood)(batch, request) : null,
    )
    let made = 0
    for (let round = 0; round < 400 && (made < 60 || (await buffer.counts()).pending > 0); round++) {
      if (made < 60) await clicks(buffer, 4, made)
      made = Math.min(60, made + 4)
      const { next_at } = await uploader.uploadPending()
      clock.now = Math.max(clock.now, next_at ?? 0)
    }
    expect(await buffer.counts()).toMatchObject({ pending: 0 })
    const counted = await buffer.counts()
    const quarantined = (await buffer.quarantined()).map((row) => row.item_id)
    expect(counted.acknowledged + quarantined.length).toBe(60)
    for (const { item, state: mark } of await buffer.items(0, 1000)) {
      if (mark === 'acknowledged') expect(collector.items.has(item.item_id)).toBe(true)
    }
    const bodies = Map.groupBy(collector.seen, (one) => one.batch_id)
    for (const tries of bodies.values()) expect(new Set(tries.map((one) => one.body_sha256)).size).toBe(1)
  },
)
