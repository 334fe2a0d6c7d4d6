import { type Batch, hashCanonical, type Item, type PackedBatch } from '../../schemas/index.ts'
import { columnValues } from './columnValues.ts'
import { packContexts } from './packContexts.ts'
import type { Base } from './packItems.ts'
import { type Row, repeated, TOLD } from './repeated.ts'

/** In which order a row's fields are told: what others are told by comes first. */
const RANK: Readonly<Record<string, number>> = { document_id: 0, document_seq: 1, observation_id: 2, name: 3 }

/** The names of an item's fields in the order in which they are written. */
function fieldsOf({ kind, data }: Item): string[] {
  // A page's own id may be made of all its other fields.
  const rank = (key: string) => (kind === 'observation' && key === 'observation_id' ? 9 : (RANK[key] ?? 5))
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key)
    .toSorted((a, b) => rank(a) - rank(b))
}

/**
 * A batch in few bytes: see `packedBatch`. The same for the same arguments.
 *
 * @param bases pages that the collector has.
 * @param isItself whether a page's id is that of its content.
 */
export async function packBatch(
  { items, ...batch }: Omit<Batch, 'items'> & { items: readonly Item[] },
  bases: readonly Base[],
  isItself: (item: Item) => boolean,
): Promise<PackedBatch> {
  const shapes: string[][] = []
  const shapeNumbers = new Map<string, number>()
  const rows: number[] = []
  const seqs: number[] = []
  const columns: Record<string, unknown[]> = {}
  const values = columnValues()
  const repeats = repeated()
  const contexts = packContexts(bases)
  let last_seq = 0

  function shapeOf(item: Item): [number, string[]] {
    const shape = [item.kind, ...fieldsOf(item)]
    const key = shape.join()
    const known = shapeNumbers.get(key)
    if (known !== undefined) return [known, shape]
    shapeNumbers.set(key, shapes.length)
    return [shapes.push(shape) - 1, shape]
  }

  for (const item of items) {
    const [number, [, ...fields]] = shapeOf(item)
    rows.push(number)
    seqs.push(item.seq - last_seq)
    last_seq = item.seq
    const row: Row = {}
    for (const key of fields) {
      const value = (item.data as Row)[key]
      columns[key] ??= []
      columns[key].push(shorten(item, key, value, row))
      row[key] = value
    }
    if (item.kind === 'observation') repeats.addPage(item.data)
  }

  function shorten(item: Item, key: string, value: unknown, row: Row): unknown {
    if (item.kind === 'observation' && key === 'context') return contexts.pack(value as string)
    if (item.kind === 'observation' && key === 'observation_id' && isItself(item)) {
      values.know(key, value as string)
      return TOLD
    }
    const repeat = repeats.shorten(item.kind, key, value, row)
    if (repeat === null) return values.shorten(key, value)
    if (key === 'action_id') values.know(key, value as string)
    return repeat
  }

  const { text, base_seqs } = contexts.finish()
  const items_sha256 = await hashCanonical(items)
  return { ...batch, schema_version: 2, shapes, rows, seqs, columns, base_seqs, text, items_sha256 }
}
