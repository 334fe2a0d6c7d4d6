import type { ItemRow, WriteTransaction } from './schema.ts'

/**
 * Removes an item because the participant wants it gone, with all that points to its content.
 *
 * Leaves behind its bare id, for the case that a page delivers it a second time. An observation leaves nothing: its id
 * is made of its content.
 */
export async function removeItem(transaction: WriteTransaction, row: ItemRow, now: number): Promise<void> {
  const { seq, item_id, kind, session_ids, step } = row
  await transaction.objectStore('items').delete(seq)
  if (kind === 'observation') return forgetPage(transaction, item_id)
  const left = { item_id, seq, session_id: session_ids[0] ?? null, step_index: step?.[1] ?? null, deleted_at: now }
  await transaction.objectStore('deleted').put(left)
}

/** What happens next on the page is recorded without it. */
async function forgetPage(transaction: WriteTransaction, observation_id: string): Promise<void> {
  const documents = transaction.objectStore('documents')
  for (const key of await documents.index('observation_id').getAllKeys(observation_id)) await documents.delete(key)
  const sessions = transaction.objectStore('sessions')
  const open = await sessions.index('ended').get(0)
  if (open?.observation_id === observation_id) await sessions.put({ ...open, url: '', observation_id: null })
}
