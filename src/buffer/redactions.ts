import { type Item, item } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'
import { isDue } from './isDue.ts'
import { itemOf } from './itemOf.ts'
import type { DeletedPlace, RedactionRow, SentPlace, WriteTransaction } from './schema.ts'

const NUMBER = 'redaction_no'

/** The next thing to ask of the collector, with what it takes to ask it. */
export type NextRedaction = { number: number; attempts: number } & (
  | { what: 'delete'; up_to_seq: number; session_ids: string[]; deleted: DeletedPlace[] }
  | { what: 'replace'; taken: number; replaced: (SentPlace & { item: Item })[]; deleted: DeletedPlace[] }
  | { what: 'sweep'; after_seq: number }
)

export interface RedactionLimits {
  now: number
  max_items: number
  /** UTF-8 bytes of the items' JSON; a single larger item goes alone. */
  max_bytes: number
}

/**
 * The oldest work that the collector has not acknowledged, or null where there is none or it waits for its retry.
 *
 * Contents are read now, so that a word removed since is in none. What has become unreadable, or was deleted since, is
 * deleted at the collector too.
 */
export const nextRedaction = (context: BufferContext, limits: RedactionLimits): Promise<NextRedaction | null> =>
  context.read(async (transaction) => {
    const cursor = await transaction.objectStore('redactions').openCursor()
    const row = cursor?.value
    if (!row || !isDue(row.next_at, limits.now)) return null
    const { number, attempts } = row
    if (row.what !== 'replace') return { ...row, number, attempts }
    const replaced: (SentPlace & { item: Item })[] = []
    const deleted: DeletedPlace[] = []
    let bytes = 0
    let taken = 0
    for (const { item_id, seq, now_seq } of row.replaced.slice(0, limits.max_items)) {
      const now = await transaction.objectStore('items').get(now_seq)
      const parsed = now ? item.safeParse(itemOf(now)).data : undefined
      bytes += parsed ? (now?.bytes ?? 0) : 0
      if (bytes > limits.max_bytes && taken > 0) break
      taken += 1
      if (parsed) replaced.push({ item_id, seq, item: parsed })
      else deleted.push({ item_id, seq, unless_used: false })
    }
    return { what: 'replace', number, attempts, taken, replaced, deleted }
  })

/**
 * A number for one request to the collector, greater than every one before, on disk before the request leaves: one that
 * is overtaken on its way does nothing. `above`: the last one that the collector has handled, where that is known.
 */
export const takeRedactionNo = (context: BufferContext, above = 0): Promise<number> =>
  context.write(async (transaction) => {
    const meta = transaction.objectStore('meta')
    const last = ((await meta.get(NUMBER))?.value as number | undefined) ?? 0
    const value = Math.max(last, above) + 1
    await meta.put({ key: NUMBER, value })
    return value
  })

/** What the collector acknowledged of one row: all of it, the first entries, or its items up to a `seq`. */
export type RedactionDone = { all: true } | { taken: number } | { after_seq: number }

/** Takes the collector's acknowledgement in. What it stored in the new form need not be sent again. */
export const redactionDone = (context: BufferContext, number: number, done: RedactionDone): Promise<void> =>
  context.write(async (transaction) => {
    const row = await transaction.objectStore('redactions').get(number)
    if (!row) return
    const left = rest(row, done)
    if (row.what === 'replace') {
      const over = left?.what === 'replace' ? row.replaced.length - left.replaced.length : row.replaced.length
      await acknowledge(
        transaction,
        row.replaced.slice(0, over).map(({ now_seq }) => now_seq),
        context.now(),
      )
    }
    if (left) await transaction.objectStore('redactions').put({ ...left, attempts: 0, next_at: 0, error: null })
    else await transaction.objectStore('redactions').delete(number)
  })

function rest(row: RedactionRow, done: RedactionDone): RedactionRow | null {
  if (row.what === 'sweep' && 'after_seq' in done) return { ...row, after_seq: done.after_seq }
  if (row.what !== 'replace' || !('taken' in done)) return null
  const replaced = row.replaced.slice(done.taken)
  return replaced.length > 0 ? { ...row, replaced } : null
}

async function acknowledge(transaction: WriteTransaction, seqs: readonly number[], now: number): Promise<void> {
  const items = transaction.objectStore('items')
  const batches = await transaction.objectStore('batches').getAll()
  const claimed = new Set(batches.flatMap((batch) => batch.seqs))
  for (const seq of seqs) {
    const row = await items.get(seq)
    // In a batch again: that batch's own answer acknowledges it.
    if (row?.state !== 'pending' || claimed.has(seq)) continue
    await items.put({ ...row, state: 'acknowledged', acknowledged_at: now })
  }
}

/** Notes that the collector did not do it; it is asked again at `next_at` (ms), without end. */
export const redactionFailed = (
  context: BufferContext,
  number: number,
  { next_at, error }: { next_at: number; error: string },
): Promise<void> =>
  context.write(async (transaction) => {
    const row = await transaction.objectStore('redactions').get(number)
    if (row) await transaction.objectStore('redactions').put({ ...row, attempts: row.attempts + 1, next_at, error })
  })

/** Makes all redactions due. */
export const retryRedactions = (context: BufferContext): Promise<void> =>
  context.write(async (transaction) => {
    const redactions = transaction.objectStore('redactions')
    for (const row of await redactions.getAll()) await redactions.put({ ...row, next_at: 0 })
  })

/** How many requests the collector has still to acknowledge, and why the last try failed. */
export const pendingRedactions = (context: BufferContext): Promise<{ waiting: number; error: string | null }> =>
  context.read(async (transaction) => {
    const redactions = transaction.objectStore('redactions')
    const [waiting, first] = [await redactions.count(), await redactions.openCursor()]
    return { waiting, error: first?.value.error ?? null }
  })
