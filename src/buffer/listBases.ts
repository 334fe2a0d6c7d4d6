import type { SentPlace, WriteTransaction } from './schema.ts'

/** Bases of one batch: the last pages of a shop say nearly all that the next one does. */
const MOST = 24
/** UTF-16 units of all their contexts: time and memory of writing a batch. */
const MOST_UNITS = 400_000

/** The last pages that the collector has acknowledged, oldest first. */
export async function listBases(transaction: WriteTransaction): Promise<SentPlace[]> {
  const bases: SentPlace[] = []
  let units = 0
  let looked = 0
  let cursor = await transaction.objectStore('items').index('kind').openCursor('observation', 'prev')
  for (; cursor && bases.length < MOST && looked < 4 * MOST; cursor = await cursor.continue()) {
    const { seq, item_id, state, data } = cursor.value
    looked += 1
    if (state !== 'acknowledged' || !('context' in data) || data.context === '') continue
    units += data.context.length
    if (units > MOST_UNITS) break
    bases.push({ seq, item_id })
  }
  return bases.reverse()
}
