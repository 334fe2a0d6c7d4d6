import { type Item, MAX_BASES, type SentItem } from '../../schemas/index.ts'
import { makeDictionary } from './makeDictionary.ts'

/** Contexts shorter than this are sent as they are. */
const LEAST = 200
/** Edits are sent where their JSON has at most this share of the context's. */
const WORTHWHILE = 0.8

/** A page that others can be written as edits of. */
export interface Base {
  seq: number
  context: string
}

/**
 * The items as they are sent: a page's context as edits of those of `bases` and of the pages before it in `items`, where
 * that is shorter. The same for the same arguments.
 *
 * `mayEdit` says which pages: the receiver checks the result against the page's id, so it must be that of its content.
 */
export function packItems(
  items: readonly Item[],
  bases: readonly Base[],
  mayEdit: (item: Item) => boolean = () => true,
): SentItem[] {
  const dictionary = makeDictionary()
  const seqs: number[] = []
  const add = ({ seq, context }: Base): void => {
    if (context.length < LEAST) return
    dictionary.add(context)
    seqs.push(seq)
  }
  for (const base of bases) add(base)
  return items.map((item): SentItem => {
    if (item.kind !== 'observation') return item
    const { context, ...rest } = item.data
    const may = mayEdit(item)
    const packed = may && context.length >= LEAST ? dictionary.edit(context) : null
    if (may) add({ seq: item.seq, context })
    if (!packed || packed.bases.length > MAX_BASES || sizeOf(packed.edits) > WORTHWHILE * sizeOf(context)) return item
    const base_seqs = packed.bases.map((index) => seqs[index] as number)
    return { ...item, kind: 'observation_delta', data: { ...rest, base_seqs, edits: packed.edits } }
  })
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length
