import { askRedaction } from './askRedaction.ts'
import { claimedUpTo } from './claimed.ts'
import type { BufferContext } from './context.ts'
import { noteDeletion } from './noteDeletion.ts'

/**
 * Deletes everything recorded so far, here and at the collector; returns how many items went.
 *
 * The participant stays in the study: counters go on, and what happens next is recorded. Of each item only its bare id
 * stays, so that a late second delivery does not bring it back.
 */
export const deleteAll = (context: BufferContext): Promise<number> =>
  context.write(async (transaction) => {
    const now = context.now()
    const items = transaction.objectStore('items')
    const claimed = await claimedUpTo(transaction)
    let deleted = await transaction.objectStore('quarantine').count()
    for (let cursor = await items.openCursor(); cursor; cursor = await cursor.continue()) {
      const { item_id, seq, kind, session_ids, step } = cursor.value
      deleted += 1
      if (kind === 'observation') continue
      const place = { session_id: session_ids[0] ?? null, step_index: step?.[1] ?? null }
      await transaction.objectStore('deleted').put({ item_id, seq, ...place, deleted_at: now })
    }
    for (const store of ['items', 'quarantine', 'batches', 'documents', 'sessions', 'models', 'redactions'] as const) {
      await transaction.objectStore(store).clear()
    }
    await noteDeletion(context, transaction, { actions: [], session_id: null })
    if (claimed > 0) {
      const last = (await items.openKeyCursor(null, 'prev'))?.primaryKey ?? 1
      await askRedaction(transaction, { what: 'delete', up_to_seq: last - 1, session_ids: [], deleted: [] })
    }
    return deleted
  })
