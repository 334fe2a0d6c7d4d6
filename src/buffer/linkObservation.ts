import type { WriteTransaction } from './schema.ts'

/**
 * Notes that a stored observation belongs to this session too, so that it stays and goes with it.
 *
 * Writes only where that is new: an observation is large.
 */
export async function linkObservation(
  transaction: WriteTransaction,
  observation_id: string,
  session_id: string,
  at: number,
): Promise<void> {
  const items = transaction.objectStore('items')
  const row = await items.index('item_id').get(observation_id)
  if (!row || row.session_ids.includes(session_id)) return
  await items.put({ ...row, session_ids: [...row.session_ids, session_id], seen_at: at })
}
