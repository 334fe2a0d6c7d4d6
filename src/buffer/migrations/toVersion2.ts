import type { Migration } from '../schema.ts'

/**
 * Redactions of what was sent: their queue, the index by page, and how far items were claimed for sending.
 *
 * Version 1 did not note that. What it had set aside, deleted or acknowledged may have been sent, and so may all before.
 */
export const toVersion2: Migration = async (database, transaction) => {
  database.createObjectStore('redactions', { keyPath: 'number', autoIncrement: true })
  const items = transaction.objectStore('items')
  items.createIndex('page', 'data.observation_id')

  const last = await items.index('state_seen_at').openCursor(IDBKeyRange.bound(['acknowledged'], ['acknowledged', []]))
  let claimed = 0
  for (let cursor = last; cursor; cursor = await cursor.continue()) claimed = Math.max(claimed, cursor.primaryKey)
  const batches = await transaction.objectStore('batches').getAll()
  const quarantined = await transaction.objectStore('quarantine').getAllKeys()
  const deleted = await transaction.objectStore('deleted').getAll()
  for (const seq of [...batches.flatMap(({ seqs }) => seqs), ...quarantined, ...deleted.map((row) => row.seq)]) {
    claimed = Math.max(claimed, seq)
  }
  await transaction.objectStore('meta').put({ key: 'claimed', value: claimed })
}
