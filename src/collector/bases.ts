import type { Edit } from '../../schemas/index.ts'
import { editedLength } from '../delta/editedLength.ts'
import { Refusal } from './refusal.ts'

/** The pages that those of one batch may be made from. */
export interface Bases {
  /** A page of the batch itself. */
  add(seq: number, context: string): void
  /** The contexts of these pages in this order; null for one that is not here. */
  find(seqs: readonly number[]): Promise<(string | null)[]>
  /** Counts UTF-16 units that are about to be made. */
  spend(units: number): void
  /** Counts what edits will make. */
  count(edits: readonly Edit[]): void
}

/**
 * Bases of a batch: its own pages, and those that `stored` finds. A few edits can stand for a great deal: a batch that
 * needs or makes more than `most` UTF-16 units in all is refused with 413 before they are put together.
 */
export function createBases(stored: (seq: number) => Promise<string | null>, most: number): Bases {
  const known = new Map<number, string | null>()
  let left = most
  const spend = (units: number): void => {
    left -= units
    if (left < 0) {
      throw new Refusal(
        413,
        'too_large',
        `The pages are larger than ${most} bytes once whole. Send it in smaller parts.`,
      )
    }
  }
  return {
    spend,
    add: (seq, context) => void known.set(seq, context),
    async find(seqs) {
      for (const seq of seqs) {
        if (known.has(seq)) continue
        const context = await stored(seq)
        spend(context?.length ?? 0)
        known.set(seq, context)
      }
      return seqs.map((seq) => known.get(seq) ?? null)
    },
    count: (edits) => spend(editedLength(edits)),
  }
}
