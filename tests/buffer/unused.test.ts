import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { TraceBuffer } from '../../src/buffer/openBuffer.ts'
import type { Rewriter } from '../../src/buffer/rewrite.ts'
import { click, draft, freshBuffer, id, MINUTE, page, START, scroll, submit } from './material.ts'

const IDLE = 30 * MINUTE
const limits = { now: START, hold_ms: 0, max_items: 100, max_bytes: 1e9 }

const see = (buffer: TraceBuffer, name: string, observation_no = 0, document_id = id(1)) =>
  buffer.putObservation({ document_id, observation_no, tab_id: 1, captured: page(name) })
const act = (buffer: TraceBuffer, captured: ReturnType<typeof click>) => buffer.putAction({ tab_id: 1, captured })

/** Sends all that may be sent, and says what: pages by title, all else by kind. */
async function sent(buffer: TraceBuffer, now = START): Promise<string[]> {
  const batch = await buffer.nextBatch({ ...limits, now })
  if (batch) await buffer.acknowledge(batch.batch_id, { rejected: [] })
  return batch?.items.map(({ kind, data }) => (kind === 'observation' ? data.title : kind)) ?? []
}

const left = async (buffer: TraceBuffer) =>
  (await buffer.items(0, 100)).map(({ item, state }) => [
    item.kind === 'observation' ? item.data.title : item.kind,
    state,
  ])

test('a page is sent with the first action that refers to it, and not before', async () => {
  const { buffer } = await freshBuffer()
  await see(buffer, 'results')
  await see(buffer, 'results, all loaded', 1)
  expect(await sent(buffer)).toEqual([])
  expect(await buffer.nextUploadAt(START, 0)).toBeNull()
  await act(buffer, scroll(0, { observation_no: 1 }))
  expect(await sent(buffer)).toEqual(['results, all loaded', 'action'])
  expect(await left(buffer)).toEqual([
    ['results', 'unused'],
    ['results, all loaded', 'acknowledged'],
    ['action', 'acknowledged'],
  ])
  expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 2, unused: 1 })
})

test('typing that began before the page changed, and was submitted long after, still finds its page', async () => {
  const { buffer, clock } = await freshBuffer()
  await see(buffer, 'empty')
  await see(buffer, 'with suggestions', 1)
  await act(buffer, click(0, { observation_no: 1 }))
  await sent(buffer)
  clock.now += 20 * MINUTE
  await buffer.dropUnused()
  const { action } = await act(buffer, submit(1, { observation_no: 0, timestamp: clock.now }) as never)
  expect(await buffer.observation(action.observation_id ?? '')).toMatchObject({ title: 'empty' })
  // Its place in the order is before what was sent already.
  expect(await sent(buffer, clock.now)).toEqual(['empty', 'action'])
})

test('the page at which a session ends goes with its end; the others of it are deleted, and no action refers to one', async () => {
  const { buffer, clock } = await freshBuffer()
  await see(buffer, 'results')
  await see(buffer, 'product', 0, id(2))
  await see(buffer, 'cart', 0, id(3))
  await act(buffer, click(0, { document_id: id(2) }))
  await see(buffer, 'home', 0, id(4))
  expect(await buffer.dropUnused()).toBe(0)
  clock.now += IDLE + 1
  expect(await buffer.endIdleSession(clock.now, IDLE)).toMatchObject({ type: 'terminate' })
  expect(await sent(buffer, clock.now)).toEqual(['product', 'action', 'home', 'action'])
  expect(await buffer.dropUnused()).toBe(2)
  expect((await left(buffer)).map(([what]) => what)).toEqual(['product', 'action', 'home', 'action'])

  // Late, after the worker was dead: on a page that is gone, and on one that is left.
  const late = { timestamp: clock.now, document_id: id(1) }
  expect((await act(buffer, click(1, late))).action).toMatchObject({ observation_id: null, url: '', tab: 0 })
  const onHome = await act(buffer, click(2, { ...late, document_id: id(4) }))
  expect(onHome.action.observation_id).not.toBeNull()
  // Who comes back to a page has it posted again, under its old number.
  await see(buffer, 'results')
  const back = await act(buffer, click(3, late))
  expect(await buffer.observation(back.action.observation_id ?? '')).toMatchObject({ title: 'results' })
  expect(await sent(buffer, clock.now)).toEqual(['action', 'action', 'results', 'action'])
})

test('a document that was seen is known when its pages are gone: what changes in it by itself keeps no session alive', async () => {
  const { buffer, clock } = await freshBuffer()
  await see(buffer, 'clock', 0, id(2))
  await see(buffer, 'home')
  clock.now += IDLE + 1
  await buffer.endIdleSession(clock.now, IDLE)
  await buffer.dropUnused()
  await see(buffer, 'clock, a minute later', 1, id(2))
  expect(await buffer.openSession()).toMatchObject({ active: false })
  expect(await buffer.endSession('closed', clock.now)).toBeNull()
})

test('a page that another session sees goes on waiting with that', async () => {
  const { buffer, clock } = await freshBuffer()
  await see(buffer, 'results')
  await see(buffer, 'home', 0, id(2))
  await buffer.endSession('closed', clock.now)
  await see(buffer, 'results', 0, id(3))
  expect(await buffer.dropUnused()).toBe(0)
  await act(buffer, click(0, { document_id: id(1) }))
  expect(await sent(buffer)).toEqual(['results', 'home', 'action', 'action'])
})

test.each([
  ['on the page acted on: both are sent', 'product', ['ranker on product']],
  ['on a page passed through, with another on the page acted on: the first stays', 'both', ['ranker on product']],
  ['only on a page passed through: it counts, and its page goes with it', 'results', ['ranker on results']],
])('a prediction %s', async (_, where, expected) => {
  const { buffer } = await freshBuffer()
  const results = await see(buffer, 'results')
  if (where !== 'product') await buffer.commitPrediction(draft(results, id(50)))
  const product = await see(buffer, 'product', 0, id(2))
  if (where !== 'results') await buffer.commitPrediction(draft(product, id(51)))
  expect(await sent(buffer)).toEqual([])
  await act(buffer, click(0, { document_id: id(2) }))
  const batch = await buffer.nextBatch(limits)
  const titles = new Map(batch?.items.map((one) => [one.item_id, one.kind === 'observation' ? one.data.title : '']))
  expect(
    batch?.items.flatMap(({ kind, data }) =>
      kind === 'prediction' ? [`${data.predictor} on ${titles.get(data.observation_id)}`] : [],
    ),
  ).toEqual(expected)
  expect([...titles.values()].filter(Boolean)).toEqual(where === 'results' ? ['results', 'product'] : ['product'])
  await buffer.acknowledge(batch?.batch_id ?? '', { rejected: [] })
  await buffer.endSession('closed', START)
  await buffer.dropUnused()
  expect((await buffer.counts()).by_kind.prediction).toBe(1)
})

test('a prediction that comes late, on a page that is used already, is sent', async () => {
  const { buffer } = await freshBuffer()
  const place = await see(buffer, 'results')
  await act(buffer, scroll(0))
  await buffer.commitPrediction(draft(place, id(50)))
  expect(await sent(buffer)).toEqual(['results', 'action', 'prediction'])
})

test('the rest of a page begins with that of the action', async () => {
  const { buffer, clock } = await freshBuffer()
  await see(buffer, 'results')
  clock.now += 7 * MINUTE
  await act(buffer, click(0))
  const hold_ms = 10 * MINUTE
  expect(await buffer.nextBatch({ ...limits, hold_ms, now: START + 12 * MINUTE })).toBeNull()
  expect(await buffer.nextUploadAt(clock.now, hold_ms)).toBe(START + 17 * MINUTE)
})

test('what was never sent is asked of nobody: neither an unused page nor one that is used when others were sent', async () => {
  const { buffer } = await freshBuffer()
  await see(buffer, 'Anna’s results')
  await see(buffer, 'Anna’s cart', 0, id(3))
  await see(buffer, 'home', 0, id(2))
  await act(buffer, click(0, { document_id: id(2) }))
  await sent(buffer)
  await act(buffer, click(1, { document_id: id(3) }))
  const without = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('Anna', '[word]'))
  const rewriter: Rewriter = { mayHold: (value) => JSON.stringify(value).includes('Anna'), item: without, url: without }
  expect(await buffer.rewrite(rewriter, '1')).toBe(3)
  // The sweep looks at what the collector has; nothing is replaced there that it never had.
  expect(await buffer.nextRedaction({ now: START, max_items: 9, max_bytes: 1e6 })).toMatchObject({ what: 'sweep' })
  expect(await sent(buffer)).toEqual(['[word]’s cart', 'action'])
  expect((await left(buffer))[0]).toEqual(['[word]’s results', 'unused'])
})

test('two pages that a removed word makes one are sent where one of them is', async () => {
  const { buffer } = await freshBuffer()
  await see(buffer, 'for Anna')
  await see(buffer, 'for Bert', 1)
  await act(buffer, click(0, { observation_no: 1 }))
  const without = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(/Anna|Bert/g, '[word]'))
  await buffer.rewrite({ mayHold: () => true, item: without, url: without }, '1')
  expect(await left(buffer)).toEqual([
    ['for [word]', 'pending'],
    ['action', 'pending'],
  ])
  expect(await sent(buffer)).toEqual(['for [word]', 'action'])
})
