import type { Action, CapturedAction } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { currentSession } from './currentSession.ts'
import { findKnown, type Known } from './findKnown.ts'
import { markUsed } from './markUsed.ts'
import { nextTabSeq } from './nextTabSeq.ts'
import type { DocumentRow, WriteTransaction } from './schema.ts'
import { type InTab, noteOpened, seenIn } from './seenIn.ts'
import { countStep } from './weekTally.ts'

export interface DoneAction extends InTab {
  captured: CapturedAction
  /** Scrubbed address to record where the page acted on was not seen. */
  url?: string
  /** Pause that ends a session, ms; 30 minutes where left out. */
  idle_ms?: number
}

export interface StoredAction {
  seq: number
  action: Action
  /** True where it had been given before; nothing was stored then. */
  duplicate: boolean
}

type Place = Pick<Action, 'session_id' | 'step_index' | 'tab' | 'tab_seq' | 'url' | 'observation_id'>

const isStep = ({ type }: CapturedAction): boolean => type === 'click' || type === 'type_and_submit'

/**
 * Stores an action in its session, once per `action_id`.
 *
 * A click or a submission claims the session's next step index in this same transaction, so that no prediction for it
 * can be committed any more.
 */
export async function putAction(context: BufferContext, done: DoneAction): Promise<StoredAction> {
  const { captured } = done
  return context.write(async (transaction) => {
    const known = await findKnown(transaction, captured.action_id)
    if (known) return repeated(transaction, done, known)

    const now = context.now()
    const page = await findPage(transaction, captured)
    const seen = await seenIn(transaction, done)
    const tab = page?.tab ?? seen.tab
    const { timestamp } = captured
    const session = await currentSession(context, transaction, { timestamp, idle_ms: done.idle_ms, activity: true })
    const { session_id } = session
    if (seen.isNew) {
      const to = captured.type === 'navigate' ? captured.to : (page?.url ?? '')
      await noteOpened(context, transaction, session, done, { tab: seen.tab, timestamp, url: to })
    }
    const step_index = isStep(captured) ? session.steps : null
    const observation_id = page?.observation_id || null
    const url = page?.url || done.url || ''
    const tab_seq = nextTabSeq(session, tab)
    const action = place(captured, { session_id, step_index, tab, tab_seq, url, observation_id })

    await markUsed(transaction, action, now)
    const item = { item_id: action.action_id, kind: 'action' as const, data: action, session_ids: [session_id] }
    const seq = await addItem(
      transaction,
      step_index === null ? item : { ...item, step: [session_id, step_index] as [string, number] },
      now,
    )
    const steps = session.steps + (step_index === null ? 0 : 1)
    if (step_index !== null) await countStep(transaction, { timestamp, opens: step_index === 0 })
    const last = observation_id ? { tab, url, observation_id } : { tab: session.tab, url: session.url }
    await transaction.objectStore('sessions').put({ ...session, ...last, steps })
    return { seq, action, duplicate: false }
  })
}

async function findPage(transaction: WriteTransaction, captured: CapturedAction): Promise<DocumentRow | null> {
  const { document_id, observation_no } = captured
  if (observation_no === null) return null
  return (await transaction.objectStore('documents').get([document_id, observation_no])) ?? null
}

function place({ observation_no: _, ...captured }: CapturedAction, at: Place): Action {
  return { schema_version: 1, ...captured, ...at } as Action
}

/** The answer to a second delivery: what is stored, or for a deleted action its bare place. */
async function repeated(transaction: WriteTransaction, done: DoneAction, known: Known): Promise<StoredAction> {
  if (known.in === 'items') return { seq: known.row.seq, action: known.row.data as Action, duplicate: true }
  if (known.in === 'quarantine') return { seq: known.seq, action: known.data as Action, duplicate: true }
  const { seq, session_id, step_index } = known
  const { tab } = await seenIn(transaction, done)
  const at = { session_id: session_id ?? '', step_index, tab, url: done.url ?? '', observation_id: null }
  return { seq, action: place(done.captured, at), duplicate: true }
}
