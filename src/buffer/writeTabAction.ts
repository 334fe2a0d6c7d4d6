import { type Action, actionIdOf } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { findOpenSession } from './currentSession.ts'
import { nextTabSeq } from './nextTabSeq.ts'
import type { SessionRecord, WriteTransaction } from './schema.ts'
import { knownTab } from './tabOrdinal.ts'

type TabAction = Extract<Action, { type: 'tab' }>

/**
 * Stores that a tab was opened or closed: no document tells, so it counts as the only action of one of its own. The
 * caller stores the session's record.
 */
export async function writeTabAction(
  context: BufferContext,
  transaction: WriteTransaction,
  session: Pick<SessionRecord, 'session_id' | 'tab_counts'>,
  what: Pick<TabAction, 'how' | 'tab' | 'timestamp' | 'url'> & { opener?: number },
): Promise<void> {
  const { session_id } = session
  const document_id = context.makeId()
  const action: TabAction = {
    schema_version: 1,
    type: 'tab',
    action_id: actionIdOf(document_id, 0),
    document_id,
    document_seq: 0,
    session_id,
    step_index: null,
    observation_id: null,
    tab_seq: nextTabSeq(session, what.tab),
    ...what,
  }
  const item = { item_id: action.action_id, kind: 'action' as const, data: action, session_ids: [session_id] }
  await addItem(transaction, item, context.now())
}

/** Stores that a tab was closed, if it is one of the study's and a session is open. */
export const putTabClosed = (context: BufferContext, tab_id: number, timestamp: number): Promise<boolean> =>
  context.write(async (transaction) => {
    const tab = await knownTab(transaction, tab_id)
    const session = await findOpenSession(transaction)
    if (tab === null || !session?.active) return false
    const url = session.tab === tab ? session.url : ''
    await writeTabAction(context, transaction, session, { how: 'closed', tab, timestamp, url })
    await transaction.objectStore('sessions').put({ ...session, last_at: Math.max(session.last_at, timestamp) })
    return true
  })
