import { expect, test } from 'vitest'
import { addressed, type Batch, type Item, type PackedBatch } from '../../schemas/index.ts'
import { packBatch } from '../../src/delta/packBatch.ts'
import { expectRefusal, startedApp } from './startedApp.ts'
import { batchOf, clickItem, pageItem } from './support.ts'

async function lampPage(seq: number, length = 60): Promise<Item> {
  const page = pageItem(seq, `Page ${seq}`) as Item & { kind: 'observation' }
  const context = Array.from(
    { length },
    (_, n) => `<a name="lamp_${n}">Lamp ${n} of many${n === seq ? ', on sale' : ''}</a>`,
  ).join('\n')
  return addressed({ ...page, data: { ...page.data, context } })
}

const baseOf = (item: Item) => [{ seq: item.seq, context: item.kind === 'observation' ? item.data.context : '' }]

async function enrolled(limits?: Parameters<typeof startedApp>[0]) {
  const app = await startedApp(limits)
  for (const n of [1, 2]) await app.enrol(n)
  const pack = (batch: number, items: Item[], bases: Item[] = [], n = 1): Promise<PackedBatch> =>
    packBatch(batchOf(n, batch, items) as Batch & { items: Item[] }, bases.flatMap(baseOf), () => true)
  return { ...app, pack }
}

test('a packed batch is stored as what it was packed of; sent again, it is answered as before', async () => {
  const { pack, send, myData } = await enrolled()
  const items = [await lampPage(1), clickItem(2), await lampPage(3)]
  const batch = await pack(1, items)
  const answer = await (await send(1, batch)).json()
  expect(answer).toMatchObject({ stored: 3, known: 0, rejected: [] })
  expect(await (await send(1, batch)).json()).toEqual(answer)
  const next = await lampPage(4)
  expect(await (await send(1, await pack(2, [next], [items[2] as Item]))).json()).toMatchObject({ stored: 1 })
  expect((await myData(1)).filter(({ kind }) => kind !== 'consent' && kind !== 'batch')).toEqual([...items, next])
})

test('an item that is none is rejected by itself', async () => {
  const { pack, send } = await enrolled()
  const wrong = { ...clickItem(2), data: { ...clickItem(2).data, name: '' } } as Item
  const answer = await (await send(1, await pack(1, [clickItem(1), wrong]))).json()
  expect(answer).toMatchObject({ stored: 1, rejected: [{ index: 1, reason: expect.stringContaining('name') }] })
})

test.each<[string, (batch: PackedBatch) => unknown]>([
  ['a base that is not there', (batch) => ({ ...batch, base_seqs: [77] })],
  ['another hash', (batch) => ({ ...batch, items_sha256: '0'.repeat(64) })],
  ['a column too short', (batch) => ({ ...batch, columns: { ...batch.columns, timestamp: [] } })],
  ['no columns at all', ({ columns: _, ...batch }) => batch],
  ['a field of no name', (batch) => ({ ...batch, shapes: [['action', '__proto__']] })],
])('%s: all of it is refused, and nothing is stored', async (_, spoil) => {
  const { pack, send, store } = await enrolled()
  const batch = await pack(1, [await lampPage(1), clickItem(2)])
  await expectRefusal(await send(1, spoil(batch)), 422, 'cannot_unpack')
  expect((await store.counts()).items).toBe(0)
})

test("nothing is made from another participant's pages", async () => {
  const { pack, send } = await enrolled()
  const first = await lampPage(1)
  await send(1, await pack(1, [first]))
  await expectRefusal(await send(2, await pack(1, [await lampPage(2)], [first], 2)), 422, 'cannot_unpack')
})

test('a few bytes that stand for a great deal are refused before they are put together', async () => {
  const limits = { compressed_bytes: 100_000, decompressed_bytes: 100_000, enrolment_bytes: 10_000 }
  const { pack, send, store } = await enrolled({ limits })
  const batch = await pack(1, [await lampPage(1, 900)])
  expect(JSON.stringify(batch).length).toBeLessThan(60_000)
  // Twice the page, and the whole of it four times more: as little as a few numbers.
  const [numbers] = batch.columns.context as [number[]]
  const again = [0, 0, numbers[0] as number]
  const bomb = {
    ...batch,
    rows: [0, 0, 0, 0],
    seqs: [1, 1, 1, 1],
    columns: Object.fromEntries(
      Object.entries(batch.columns).map(([key, [value]]) => [
        key,
        key === 'context' ? [numbers, ...Array(3).fill([...again, 0])] : Array(4).fill(value),
      ]),
    ),
  }
  await expectRefusal(await send(1, bomb), 413, 'too_large')
  expect((await store.counts()).items).toBe(0)
})
