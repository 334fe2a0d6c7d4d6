import type { ItemRow, WriteTransaction } from './schema.ts'

/** What the database already knows of an item id. */
export type Known =
  | { in: 'items'; row: ItemRow }
  | { in: 'quarantine'; seq: number; data: unknown }
  | { in: 'deleted'; seq: number; session_id: string | null; step_index: number | null }

/** Looks an item id up among items, quarantined and deleted ones; null where it is new. */
export async function findKnown(transaction: WriteTransaction, item_id: string): Promise<Known | null> {
  const row = await transaction.objectStore('items').index('item_id').get(item_id)
  if (row) return { in: 'items', row }
  const set = await transaction.objectStore('quarantine').index('item_id').get(item_id)
  if (set) return { in: 'quarantine', seq: set.seq, data: set.data }
  const gone = await transaction.objectStore('deleted').get(item_id)
  return gone ? { in: 'deleted', ...gone } : null
}
