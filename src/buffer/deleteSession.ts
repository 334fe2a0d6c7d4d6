import type { BufferContext } from './context.ts'
import { removeItem } from './removeItem.ts'

/** Deletes a session with all its items, but for pages seen in another session too; returns how many went. */
export const deleteSession = (context: BufferContext, session_id: string): Promise<number> =>
  context.write(async (transaction) => {
    const now = context.now()
    const items = transaction.objectStore('items')
    let deleted = 0
    for (const row of await items.index('session_id').getAll(session_id)) {
      const others = row.session_ids.filter((one) => one !== session_id)
      if (others.length > 0) await items.put({ ...row, session_ids: others })
      else {
        await removeItem(transaction, row, now)
        deleted += 1
      }
    }
    const quarantine = transaction.objectStore('quarantine')
    for (const row of await quarantine.index('session_id').getAll(session_id)) {
      const others = row.session_ids.filter((one) => one !== session_id)
      if (others.length > 0) await quarantine.put({ ...row, session_ids: others })
      else {
        await quarantine.delete(row.seq)
        deleted += 1
      }
    }
    await transaction.objectStore('sessions').delete(session_id)
    return deleted
  })
