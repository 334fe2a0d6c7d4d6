import { askRedaction } from './askRedaction.ts'
import { claimedUpTo, maybeSent } from './claimed.ts'
import type { BufferContext } from './context.ts'
import { noteDeletion } from './noteDeletion.ts'
import { removeItem } from './removeItem.ts'
import { removeQuarantined } from './removeQuarantined.ts'
import type { DeletedPlace } from './schema.ts'

/**
 * Deletes a session with all its items, but for pages seen in another session too; returns how many went.
 *
 * What predictors have learned goes too. The collector is asked for the whole session, since it may have parts that this device no longer has. What is left is a
 * gap record that names no session.
 */
export const deleteSession = (context: BufferContext, session_id: string): Promise<number> =>
  context.write(async (transaction) => {
    const now = context.now()
    const claimed = await claimedUpTo(transaction)
    const items = transaction.objectStore('items')
    const sent: DeletedPlace[] = []
    let deleted = 0
    for (const row of await items.index('session_id').getAll(session_id)) {
      const others = row.session_ids.filter((one) => one !== session_id)
      if (others.length > 0) await items.put({ ...row, session_ids: others })
      else {
        await removeItem(transaction, row, now)
        if (maybeSent(row, claimed)) {
          const { item_id, seq, kind } = row
          sent.push({ item_id, seq, unless_used: kind === 'observation' })
        }
        deleted += 1
      }
    }
    const quarantine = transaction.objectStore('quarantine')
    for (const row of await quarantine.index('session_id').getAll(session_id)) {
      const others = row.session_ids.filter((one) => one !== session_id)
      if (others.length > 0) await quarantine.put({ ...row, session_ids: others })
      else {
        sent.push(...(await removeQuarantined(transaction, row, now)))
        deleted += 1
      }
    }
    await transaction.objectStore('sessions').delete(session_id)
    await transaction.objectStore('models').clear()
    if (claimed > 0) {
      await askRedaction(transaction, { what: 'delete', up_to_seq: 0, session_ids: [session_id], deleted: sent })
    }
    if (deleted > 0 || claimed > 0) await noteDeletion(context, transaction, { actions: [], session_id: null })
    return deleted
  })
