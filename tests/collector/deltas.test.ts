import { expect, test } from 'vitest'
import { addressed, type Item, type SentItem } from '../../schemas/index.ts'
import { packItems } from '../../src/delta/packItems.ts'
import { expectRefusal, startedApp } from './startedApp.ts'
import { batchOf, clickItem, pageItem, redactionOf } from './support.ts'

const lines = (n: number) =>
  Array.from({ length: 40 }, (_, line) => `Lamp ${line} of many, ${line + (line % 5 === n ? n : 0)} W`).join('\n')

/** A page with this context, under the id that its content gives it. */
function pageOf(seq: number, context: string): Promise<Item> {
  const page = pageItem(seq, `Page ${seq}`) as Item & { kind: 'observation' }
  return addressed({ ...page, data: { ...page.data, context } })
}

const lampPage = (seq: number): Promise<Item> => pageOf(seq, lines(seq))

async function enrolled() {
  const app = await startedApp()
  for (const n of [1, 2]) await app.enrol(n)
  const [one, two, three] = [await lampPage(1), await lampPage(2), await lampPage(3)]
  const context = one.kind === 'observation' ? one.data.context : ''
  /** The second page as edits of the first. */
  const [delta] = packItems([two], [{ seq: 1, context }]) as [SentItem & { kind: 'observation_delta' }]
  expect(delta.kind).toBe('observation_delta')
  const pages = async (n = 1) => (await app.myData(n)).filter(({ kind }) => kind === 'observation')
  const answer = async (batch: number, items: unknown[], n = 1) => (await app.send(n, batchOf(n, batch, items))).json()
  return { ...app, one, two, three, delta, pages, answer }
}

test('a page that came as edits is stored whole, once, however it comes', async () => {
  const { one, two, three, delta, pages, answer } = await enrolled()
  expect(await answer(1, packItems([one, two, three], []))).toMatchObject({ stored: 3, rejected: [] })
  expect(await answer(2, [delta, two])).toMatchObject({ stored: 0, known: 2, rejected: [] })
  expect(await pages()).toEqual([one, two, three])
})

test.each([
  ['a base that is not there', { base_seqs: [77] }, /^unknown_base: .* not here/],
  ['edits beyond their base', { edits: [[0, 1_000_000]] as [number, number][] }, /^unknown_base: .*beyond/],
  ['edits of too much', { edits: Array<string>(3).fill('x'.repeat(900_000)) }, /^unknown_base: .*more than 2000000/],
  [
    'edits that make another page',
    { edits: ['<main>Something else</main>'] },
    /^unknown_base: .*not the page of this id/,
  ],
  ['another title', { title: 'Not this one' }, /^unknown_base: .*not the page of this id/],
  ['an edit of nothing', { edits: [[0, 0]] as [number, number][] }, /edits/],
])('%s is refused with the reason, and its neighbours are stored', async (_, change, reason) => {
  const { one, delta, pages, answer } = await enrolled()
  const wrong = { ...delta, data: { ...delta.data, ...change } }
  expect(await answer(1, [one, wrong, clickItem(9)])).toMatchObject({
    stored: 2,
    rejected: [{ index: 1, item_id: delta.item_id, reason: expect.stringMatching(reason) }],
  })
  expect(await pages()).toEqual([one])
})

test('what is made of refused edits is refused too', async () => {
  const { one, two, three, pages, answer } = await enrolled()
  const [, second, third] = packItems([one, two, three], [])
  expect(third?.kind === 'observation_delta' && third.data.base_seqs).toContain(2)
  const { rejected } = await answer(1, [one, { ...second, data: { ...second?.data, title: 'x' } }, third])
  expect(rejected.map(({ index }: { index: number }) => index)).toEqual([1, 2])
  expect(await pages()).toEqual([one])
})

test("nobody's page is made from another participant's", async () => {
  const { one, delta, pages, answer } = await enrolled()
  await answer(1, [one])
  expect(await answer(2, [delta], 2)).toMatchObject({ stored: 0, rejected: [{ reason: /unknown_base/ }] })
  expect(await pages(2)).toEqual([])
})

test('a batch that comes again after its base has gone is answered as it was', async () => {
  const { one, delta, two, store, pages, answer } = await enrolled()
  await answer(1, [one])
  const first = await answer(2, [delta])
  await store.redact(redactionOf(1, 1, { deleted: [{ item_id: one.item_id, seq: 1, unless_used: false }] }), 5)
  expect(await answer(2, [delta])).toEqual(first)
  expect(await pages()).toEqual([two])
})

test('a few bytes that stand for a great deal are refused before they are put together', async () => {
  const { enrol, send, myData } = await startedApp({
    limits: { compressed_bytes: 100_000, decompressed_bytes: 100_000, enrolment_bytes: 10_000 },
  })
  await enrol(1)
  const [page, other] = (await Promise.all([pageOf(1, 'x'.repeat(20_000)), pageOf(9, 'y')])) as [Item, Item]
  const bomb = {
    ...other.data,
    context: undefined,
    base_seqs: [1],
    edits: Array.from({ length: 7 }, (_, n) => [n ? -20_000 : 0, 20_000]),
  }
  const items = [
    page,
    { item_id: other.item_id, seq: 9, kind: 'observation_delta', data: JSON.parse(JSON.stringify(bomb)) },
  ]
  expect(await expectRefusal(await send(1, batchOf(1, 1, items)), 413, 'too_large')).toContain('smaller parts')
  expect((await myData(1)).filter(({ kind }) => kind === 'observation')).toEqual([])

  // The bases are counted too: 30 stored pages of 20,000 are not all read for one batch.
  for (let n = 0; n < 30; n++) await send(1, batchOf(1, 10 + n, [await pageOf(100 + n, 'x'.repeat(20_000))]))
  const many = { ...bomb, base_seqs: Array.from({ length: 30 }, (_, n) => 100 + n), edits: [[0, 5]] }
  const greedy = { item_id: other.item_id, seq: 9, kind: 'observation_delta', data: JSON.parse(JSON.stringify(many)) }
  await expectRefusal(await send(1, batchOf(1, 2, [greedy])), 413, 'too_large')
})
