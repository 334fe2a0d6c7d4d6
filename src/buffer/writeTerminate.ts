import { type Action, actionIdOf } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { markUsed } from './markUsed.ts'
import { nextTabSeq } from './nextTabSeq.ts'
import type { SessionRecord, WriteTransaction } from './schema.ts'

export type EndReason = Extract<Action, { type: 'terminate' }>['reason']

/**
 * Ends a session: writes its `terminate` on the page last seen, and closes the record.
 *
 * It takes the session's next step index, and counts as the only action of a document of its own, so that the
 * numbering of no real document gets a hole.
 */
export async function writeTerminate(
  context: BufferContext,
  transaction: WriteTransaction,
  session: SessionRecord,
  reason: EndReason,
  timestamp: number,
): Promise<Action> {
  const { session_id, steps, tab, url, observation_id } = session
  const document_id = context.makeId()
  const action: Action = {
    schema_version: 1,
    type: 'terminate',
    reason,
    action_id: actionIdOf(document_id, 0),
    timestamp,
    document_id,
    document_seq: 0,
    session_id,
    step_index: steps,
    tab,
    tab_seq: nextTabSeq(session, tab),
    url,
    observation_id,
  }
  await markUsed(transaction, action, context.now())
  const step: [string, number] = [session_id, steps]
  const item = { item_id: action.action_id, kind: 'action' as const, data: action, session_ids: [session_id], step }
  await addItem(transaction, item, context.now())
  await transaction.objectStore('sessions').put({ ...session, steps: steps + 1, ended: 1 })
  return action
}
