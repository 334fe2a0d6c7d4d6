import type { DeletedPlace, QuarantineRow, WriteTransaction } from './schema.ts'

/**
 * Removes a quarantined item because the participant wants it gone, and leaves its bare id; returns where the collector
 * may have it, for it may have been sent before it was set aside.
 */
export async function removeQuarantined(
  transaction: WriteTransaction,
  { seq, item_id, kind, session_ids }: QuarantineRow,
  now: number,
): Promise<DeletedPlace[]> {
  await transaction.objectStore('quarantine').delete(seq)
  if (!item_id) return []
  if (kind !== 'observation') {
    const left = { item_id, seq, session_id: session_ids[0] ?? null, step_index: null, deleted_at: now }
    await transaction.objectStore('deleted').put(left)
  }
  return [{ item_id, seq, unless_used: false }]
}
