import { type Item, item } from '../../schemas/index.ts'
import { noteClaimed } from './claimed.ts'
import type { BufferContext } from './context.ts'
import { gathersUntil } from './gathersUntil.ts'
import { isDue } from './isDue.ts'
import { itemOf } from './itemOf.ts'
import { listBases } from './listBases.ts'
import { quarantineItem } from './quarantineItem.ts'
import type { BatchRow, ItemRow, SentPlace, WriteTransaction } from './schema.ts'
import { readUploadState } from './uploadState.ts'

export interface BatchLimits {
  /** Time now, ms. */
  now: number
  /** How long an item rests before it may be sent, ms. */
  hold_ms: number
  /** How long what may be sent waits for more while a session goes on, ms; no time where left out. */
  gather_ms?: number
  max_items: number
  /** UTF-8 bytes of the items' JSON before compression; a single larger item goes alone. */
  max_bytes: number
}

/** Items to send together: the same ones, under the same id, until they are acknowledged. */
export interface ClaimedBatch {
  batch_id: string
  created_at: number
  /** Failed tries so far. */
  attempts: number
  /** True where the collector has accepted something since these items were first claimed. */
  others_accepted: boolean
  items: Item[]
  /** Pages that the collector has, oldest first: what the items' pages may be written as edits of. */
  bases: { seq: number; context: string }[]
  /** `seq` of the pages that must be sent whole. */
  whole: ReadonlySet<number>
  /** True where all of it is to be packed. */
  packed: boolean
}

/**
 * The batch to send now, or null.
 *
 * An unfinished batch that is due comes again unchanged. While a larger one waits for its retry nothing new is claimed;
 * a single item that keeps failing holds nobody up. Items that no longer fit the schema go to the quarantine on the way; a
 * batch that lacks an item, by that or because the participant deleted it, is given up and its other items claimed anew.
 * So is one that lacks a base, or has another in its place.
 */
export const nextBatch = (context: BufferContext, limits: BatchLimits): Promise<ClaimedBatch | null> =>
  context.write(async (transaction) => {
    for (;;) {
      const unfinished = await transaction.objectStore('batches').getAll()
      const due = unfinished.filter((batch) => isDue(batch.next_at, limits.now)).sort(inOrder)[0]
      if (!due && unfinished.some((batch) => batch.seqs.length > 1)) return null
      const batch = due ?? (await claim(context, transaction, unfinished, limits))
      if (!batch) return null
      const read = await readItems(transaction, batch.seqs, limits.now)
      const bases = await readBases(transaction, batch.bases ?? [])
      if (read && bases) {
        const { batch_id, created_at, attempts, accepted_before, packed = false } = batch
        const { accepted } = await readUploadState(transaction)
        const others_accepted = accepted > accepted_before
        // What the collector could not make once goes whole.
        return {
          batch_id,
          created_at,
          attempts,
          others_accepted,
          bases,
          packed: packed && read.whole.size === 0,
          ...read,
        }
      }
      await transaction.objectStore('batches').delete(batch.batch_id)
    }
  })

const inOrder = (a: BatchRow, b: BatchRow): number => a.attempts - b.attempts || (a.seqs[0] ?? 0) - (b.seqs[0] ?? 0)

/** The batch's items, or null where one is gone or unreadable; the latter are quarantined. */
async function readItems(
  transaction: WriteTransaction,
  seqs: readonly number[],
  now: number,
): Promise<Pick<ClaimedBatch, 'items' | 'whole'> | null> {
  const items: Item[] = []
  const whole = new Set<number>()
  for (const seq of seqs) {
    const row = await transaction.objectStore('items').get(seq)
    const parsed = row ? item.safeParse(itemOf(row)) : null
    if (row?.whole) whole.add(seq)
    if (parsed?.success) items.push(parsed.data)
    else if (row) {
      const reason = parsed?.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
      await quarantineItem(transaction, row, `Not readable any more: ${reason}`, now)
    }
  }
  return items.length === seqs.length ? { items, whole } : null
}

/** The bases' contexts, or null where one is gone or is another page now. */
async function readBases(
  transaction: WriteTransaction,
  places: readonly SentPlace[],
): Promise<ClaimedBatch['bases'] | null> {
  const bases: ClaimedBatch['bases'] = []
  for (const { seq, item_id } of places) {
    const row = await transaction.objectStore('items').get(seq)
    if (row?.kind !== 'observation' || row.item_id !== item_id) return null
    bases.push({ seq, context: row.data.context })
  }
  return bases
}

/**
 * Makes a batch of the oldest pending items whose rest time is over; null where there is none, or where it is not full and
 * waits for more.
 */
async function claim(
  context: BufferContext,
  transaction: WriteTransaction,
  unfinished: readonly BatchRow[],
  limits: BatchLimits,
): Promise<BatchRow | null> {
  const { now, hold_ms, gather_ms = 0, max_items, max_bytes } = limits
  const taken = new Set(unfinished.flatMap((batch) => batch.seqs))
  const seqs: number[] = []
  let bytes = 0
  let pages = 0
  let isFull = false
  let due_at = now
  const late: ItemRow[] = []
  let cursor = await transaction.objectStore('items').index('state').openCursor('pending')
  while (cursor && seqs.length < max_items) {
    const row: ItemRow = cursor.value
    if (!taken.has(row.seq)) {
      // A row without its own time is corrupt: claimed, so that it is read and set aside.
      const stored_at = Number.isFinite(row.stored_at) ? Math.min(row.stored_at, now) : 0
      // Stored while the clock was ahead: its rest starts now, for it cannot be known when it did.
      if (row.stored_at > now) await cursor.update({ ...row, stored_at })
      else if (now - stored_at < hold_ms) break
      if (now - stored_at >= hold_ms) {
        bytes += row.bytes || 0
        isFull = bytes > max_bytes
        if (isFull && seqs.length > 0) break
        seqs.push(row.seq)
        due_at = Math.min(due_at, stored_at + hold_ms)
        if (row.late) late.push({ ...row, stored_at })
        if (row.kind === 'observation') pages += 1
      }
    }
    cursor = await cursor.continue()
  }
  if (seqs.length === 0) return null
  isFull ||= seqs.length === max_items
  if (!isFull && (await gathersUntil(transaction, due_at, gather_ms)) > now) return null
  for (const { late: _, ...row } of late) await transaction.objectStore('items').put(row as ItemRow)
  const { accepted, plain_until } = await readUploadState(transaction)
  const batch_id = context.makeId()
  const bases = pages > 0 ? await listBases(transaction) : []
  const rest = { created_at: now, attempts: 0, next_at: now, accepted_before: accepted, error: null }
  const packed = !plain_until || isDue(plain_until, now)
  const batch: BatchRow = { batch_id, seqs, bases, ...(packed && { packed }), ...rest }
  await transaction.objectStore('batches').put(batch)
  await noteClaimed(transaction, seqs)
  return batch
}
