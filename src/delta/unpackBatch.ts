import {
  hashCanonical,
  type Item,
  type Observation,
  observationId,
  type PackedBatch,
  payloadIdOf,
} from '../../schemas/index.ts'
import { EditsError } from './applyEdits.ts'
import { columnValues } from './columnValues.ts'
import { type Row, repeated, TOLD } from './repeated.ts'
import { packedLength, unpackContexts } from './unpackContexts.ts'

/** A packed batch of which nothing can be made: a base is another here, or it was not packed by these rules. */
export class UnpackError extends Error {
  override name = 'UnpackError'
}

/** What comes of numbers and texts in places where they mean nothing. */
const NONSENSE = [EditsError, RangeError, TypeError, DOMException] as const

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every(Number.isSafeInteger)

/**
 * The items that a batch was packed of, exactly: they are checked against its hash, and are yet to be checked for what
 * they are. `bases`: the contexts of its `base_seqs`; `spend` is told the length of each context before it is made, and
 * may throw.
 *
 * @throws UnpackError
 */
export async function unpackBatch(
  packed: PackedBatch,
  bases: readonly string[],
  spend: (units: number) => void = () => {},
): Promise<unknown[]> {
  const { shapes, rows, seqs, columns, text, items_sha256 } = packed
  if (seqs.length !== rows.length) throw new UnpackError('there are not as many places as items')
  const values = columnValues()
  const repeats = repeated()
  const contexts = unpackContexts(bases, text)
  const read = new Map<string, number>()

  function next(key: string): unknown {
    const at = read.get(key) ?? 0
    const column = Object.hasOwn(columns, key) ? (columns[key] as unknown[]) : []
    if (at >= column.length) throw new UnpackError(`the column ${key} ends too early`)
    read.set(key, at + 1)
    return column[at]
  }

  async function restore(kind: Item['kind'], key: string, value: unknown, row: Row): Promise<unknown> {
    if (kind === 'observation' && key === 'context' && isNumbers(value)) {
      const units = packedLength(value)
      spend(units)
      const context = contexts.unpack(value)
      // With its names it is longer.
      spend(Math.max(0, context.length - units))
      return context
    }
    if (kind === 'observation' && key === 'observation_id' && value === TOLD) {
      const id = await observationId(row as unknown as Observation)
      values.know(key, id)
      return id
    }
    const told = repeats.restore(kind, key, value, row)
    if (told === undefined) return values.restore(key, value)
    if (key === 'action_id') values.know(key, told as string)
    return told
  }

  const items: unknown[] = []
  let seq = 0
  try {
    for (const [index, number] of rows.entries()) {
      const [kind, ...fields] = shapes[number] ?? []
      if (kind === undefined) throw new UnpackError('an item has no shape')
      seq += seqs[index] as number
      const data: Row = {}
      for (const key of fields) data[key] = await restore(kind as Item['kind'], key, next(key), data)
      if (kind === 'observation') repeats.addPage(data as Observation)
      items.push({ item_id: payloadIdOf({ kind, data } as unknown as Item), seq, kind, data })
    }
  } catch (error) {
    if (NONSENSE.some((one) => error instanceof one)) throw new UnpackError((error as Error).message)
    throw error
  }
  if ((await hashCanonical(items)) !== items_sha256) throw new UnpackError('it is not what was packed')
  return items
}
