import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  actionIdOf,
  addressed,
  type Item,
  item as itemSchema,
  type PackedBatch,
  packedBatch,
} from '../../schemas/index.ts'
import { packBatch } from '../../src/delta/packBatch.ts'
import { UnpackError, unpackBatch } from '../../src/delta/unpackBatch.ts'

const uuid = (n: number): string =>
  `${n.toString(16).padStart(8, '0')}-5d1c-4e8b-9f3a-${(n * 7919).toString(16).padStart(12, '0')}`
const START = 1_790_000_000_000
const head = {
  schema_version: 1 as const,
  batch_id: uuid(1),
  study_id: 'lamps',
  study_version: 3,
  participant_id: uuid(2),
  created_at: START,
}

const contextOf = (lamps: readonly number[]): string =>
  [
    '<input name="search_input" click_type="search" label="Search Lamps &amp; Co">',
    ...lamps.map(
      (n) => `<li name="lamp_${n}" click_type="product_link"><a name="view">Lamp ${n}, “brass”</a> $${n}.99</li>`,
    ),
  ].join('\n')

const pageItem = (seq: number, lamps: readonly number[]): Promise<Item> =>
  addressed({
    item_id: '',
    seq,
    kind: 'observation',
    data: {
      schema_version: 1,
      observation_id: '',
      url: `https://shop.example/s?p=${lamps.length}`,
      title: 'Lamps',
      page_type: 'search',
      language: 'en',
      context: contextOf(lamps),
      recipe: null,
    },
  })

type Deed =
  | { kind: 'page'; lamps: number[] }
  | { kind: 'click' | 'navigate' | 'predict' | 'gap' | 'say'; n: number; odd: boolean }

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('page' as const), lamps: fc.array(fc.nat(20), { maxLength: 15 }) }),
    fc.record({
      kind: fc.constantFrom(
        'click' as const,
        'click' as const,
        'navigate' as const,
        'predict' as const,
        'gap' as const,
        'say' as const,
      ),
      n: fc.nat(30),
      odd: fc.boolean(),
    }),
  ),
  { minLength: 1, maxLength: 25 },
)

/** A session in which this was done. `odd`: nothing of it can be told from anything else. */
async function itemsOf(all: readonly Deed[]): Promise<Item[]> {
  const items: Item[] = []
  const known = new Set<string>()
  let page: (Item & { kind: 'observation' }) | null = null
  let step_index = 0
  let said: Item | null = null
  for (const [index, deed] of all.entries()) {
    const seq = 3 * items.length + 5
    const document_id = uuid(100 + Math.floor(index / 4))
    const action = {
      schema_version: 1 as const,
      session_id: uuid(50),
      tab: 0,
      tab_seq: index,
      timestamp: START + index * 1234,
      document_id,
      document_seq: index % 4,
    }
    const own = (odd: boolean) => (odd ? uuid(5000 + index) : actionIdOf(document_id, index % 4))
    let made: Item
    if (deed.kind === 'page') {
      const next = (await pageItem(seq, deed.lamps)) as Item & { kind: 'observation' }
      page = next
      made = next
    } else if (deed.kind === 'click') {
      const on = deed.odd ? null : page
      const data = {
        ...action,
        action_id: own(deed.odd),
        step_index: step_index++,
        url: on?.data.url ?? '',
        observation_id: deed.odd ? 'ab'.repeat(32) : (page?.item_id ?? null),
        type: 'click' as const,
        name: `lamp_${deed.n}.view`,
        click_type: 'product_link' as const,
        role: 'link',
        text: deed.n % 2 ? `Lamp ${deed.n}, “brass”` : 'Another',
      }
      made = { item_id: data.action_id, seq, kind: 'action', data }
      said = made
    } else if (deed.kind === 'navigate') {
      const data = {
        ...action,
        action_id: own(deed.odd),
        step_index: null,
        url: '',
        observation_id: null,
        type: 'navigate' as const,
        how: 'link' as const,
        to: 'https://shop.example/',
      }
      made = { item_id: data.action_id, seq, kind: 'action', data }
    } else if (deed.kind === 'gap') {
      const data = {
        schema_version: 1 as const,
        gap_id: uuid(9000 + index),
        timestamp: START,
        session_id: deed.odd ? null : uuid(50),
        document_id: null,
        from_seq: null,
        to_seq: null,
        reason: 'lost' as const,
      }
      made = { item_id: data.gap_id, seq, kind: 'gap', data }
    } else if (deed.kind === 'say') {
      if (said?.kind !== 'action') continue
      const { action_id } = said.data
      const data = {
        schema_version: 1 as const,
        rationale_id: `why:${action_id}`,
        action_id,
        session_id: uuid(50),
        step_index: 0,
        asked_at: START,
        answered_at: deed.odd ? null : START + 5,
        outcome: 'answered' as const,
        text: 'It "shines"\n',
        source: 'human' as const,
        chance: 0.5,
        language: 'en',
      }
      made = { item_id: data.rationale_id, seq, kind: 'rationale', data }
    } else {
      const data = {
        schema_version: 1 as const,
        prediction_id: uuid(7000 + index),
        session_id: uuid(50),
        step_index,
        observation_id: page?.item_id ?? 'cd'.repeat(32),
        predictor: 'ranker',
        predictor_version: '1',
        learned_from: deed.n,
        committed_at: START + index,
        latency_ms: 1.5,
        visibility: 'off' as const,
        candidates: [
          { action: { type: 'click' as const, name: `lamp_${deed.n}.view` }, probability: 0.25 },
          { action: { type: 'type_and_submit' as const, name: 'search_input', text: 'lamp' }, probability: 0.125 },
          { action: { type: 'terminate' as const }, probability: 0.1 },
        ],
        rationale: null,
        error: null,
      }
      made = { item_id: data.prediction_id, seq, kind: 'prediction', data }
    }
    if (known.has(made.item_id)) continue
    known.add(made.item_id)
    items.push(itemSchema.parse(made))
  }
  return items
}

const isPage = (item: Item): item is Item & { kind: 'observation' } => item.kind === 'observation'

/** Packs them in two batches, the second with the pages of the first as bases, and sends them as JSON. */
async function through(items: readonly Item[], isItself = true) {
  const middle = Math.ceil(items.length / 2)
  const parts: [readonly Item[], readonly Item[]] = [items.slice(0, middle), items.slice(middle)]
  const bases = parts[0].filter(isPage).map(({ seq, data }) => ({ seq, context: data.context }))
  const packed: PackedBatch[] = []
  const unpacked: unknown[] = []
  for (const [index, part] of parts.entries()) {
    if (part.length === 0) continue
    const sent = await packBatch({ ...head, items: part }, index === 0 ? [] : bases, () => isItself)
    const read = JSON.parse(JSON.stringify(sent)) as PackedBatch
    packed.push(read)
    const needed = read.base_seqs.map((seq) => bases.find((base) => base.seq === seq)?.context ?? '')
    unpacked.push(...(await unpackBatch(read, needed)))
  }
  return { packed, unpacked }
}

test('what is unpacked is what was packed, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, fc.boolean(), async (all, isItself) => {
      const items = await itemsOf(all)
      if (items.length > 0) expect((await through(items, isItself)).unpacked).toEqual(items)
    }),
    { seed: 11, numRuns: 200 },
  )
})

const lamps = Array.from({ length: 15 }, (_, n) => n)
const session: Deed[] = lamps.flatMap((n): Deed[] => [
  { kind: 'page', lamps: lamps.toSpliced(n, 1) },
  { kind: 'click', n: n === 1 ? 3 : 1, odd: false },
  { kind: 'navigate', n, odd: false },
])

test('what can be told is not sent: ids of actions and pages, names, texts, addresses, what pages have in common', async () => {
  const items = await itemsOf(session)
  const { packed } = await through(items)
  const text = JSON.stringify(packed)
  for (const item of items) expect(text).not.toContain(item.item_id)
  // Of fourteen times; short repetitions are left to gzip.
  expect(text.split('Lamp 3, “brass”').length - 1).toBeLessThanOrEqual(2)
  expect(text).not.toContain('view"')
  const plain = gzipSync(JSON.stringify({ ...head, items })).length
  expect(packed.reduce((sum, one) => sum + gzipSync(JSON.stringify(one)).length, 0)).toBeLessThan(0.75 * plain)
})

test('only bases that are needed are named', async () => {
  const [one, two, three] = [
    await pageItem(1, [1, 2, 3, 4]),
    await pageItem(2, [11, 12, 13, 14]),
    await pageItem(3, [11, 12, 13, 14, 15]),
  ]
  const bases = [one, two].filter(isPage).map(({ seq, data }) => ({ seq, context: data.context }))
  const packed = await packBatch({ ...head, items: [three] }, bases, () => true)
  expect(packed.base_seqs).toEqual([2])
  expect(await unpackBatch(packed, [bases[1]?.context ?? ''])).toEqual([three])
})

/** Every place of a value in it. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) =>
    placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

test('whatever is wrong with it: nothing comes of it, or what was packed', async () => {
  const items = await itemsOf(session)
  const packed = await packBatch({ ...head, items }, [], () => true)
  const { items_sha256: _, batch_id: __, study_id: ___, participant_id: ____, ...read } = packed
  const places = placesIn(read)
  const wrong = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(null, '', 'x', [], 2 ** 40, 1e300, [1, 2], '__proto__'),
  )
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(places.length - 1), wrong, async (index, value) => {
      const spoilt = structuredClone(packed)
      const path = places[index] as (string | number)[]
      const parent = path.slice(0, -1).reduce((at, key) => (at as never)[key], spoilt as unknown) as Record<
        string,
        unknown
      >
      parent[path.at(-1) as string] = value
      const { data } = packedBatch.safeParse(spoilt)
      const result = data ? await unpackBatch(data, []).catch((error: unknown) => error) : null
      if (result === null || result instanceof UnpackError) refused += 1
      else expect(result).toEqual(items)
    }),
    { seed: 5, numRuns: 400 },
  )
  expect(refused).toBeGreaterThan(300)
})

test('another base in the place of one: nothing comes of it', async () => {
  const [one, two] = [await pageItem(1, lamps), await pageItem(2, lamps.slice(1))]
  const context = isPage(one) ? one.data.context : ''
  const packed = await packBatch({ ...head, items: [two] }, [{ seq: 1, context }], () => true)
  await expect(unpackBatch(packed, [context.replaceAll('brass', 'steel')])).rejects.toThrow(UnpackError)
  await expect(unpackBatch(packed, [])).rejects.toThrow(UnpackError)
})

test('the length of each context is told before it is made', async () => {
  const [one] = [await pageItem(1, lamps)]
  const packed = await packBatch({ ...head, items: [one] }, [], () => true)
  const spent: number[] = []
  await unpackBatch(packed, [], (units) => void spent.push(units))
  expect(spent[0]).toBeGreaterThan(0)
  expect(spent.reduce((sum, units) => sum + units)).toBe(isPage(one) && one.data.context.length)
})

test('a length below nothing does not make up for others', async () => {
  const [one] = [await pageItem(1, lamps)]
  const packed = await packBatch({ ...head, items: [one] }, [], () => true)
  const spent: number[] = []
  const spoilt = { ...packed, columns: { ...packed.columns, context: [[1442, 0, 1_000_000, -1_000_000]] } }
  await expect(unpackBatch(spoilt, [], (units) => void spent.push(units))).rejects.toThrow(UnpackError)
  expect(spent).toEqual([])
})

test('the frozen example still unpacks', async () => {
  const [frozen] = JSON.parse(
    readFileSync(new URL('../fixtures/schemas/v1/packed-batch.json', import.meta.url), 'utf8'),
  )
  const items = await unpackBatch(frozen, [])
  expect(items.map((one) => itemSchema.parse(one).kind)).toEqual(
    expect.arrayContaining(['observation', 'action', 'prediction', 'gap']),
  )
})
