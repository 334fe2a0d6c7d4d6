import { type CapturedObservation, type Observation, observationId } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { currentSession } from './currentSession.ts'
import { findKnown } from './findKnown.ts'
import { linkObservation } from './linkObservation.ts'
import type { WriteTransaction } from './schema.ts'
import { type InTab, noteOpened, seenIn } from './seenIn.ts'

export interface SeenPage extends InTab {
  document_id: string
  /** The document's own count of its observations. */
  observation_no: number
  captured: CapturedObservation
  /** When it was seen, ms; now where left out. */
  timestamp?: number
  /** Pause that ends a session, ms; 30 minutes where left out. */
  idle_ms?: number
}

export interface StoredPage {
  observation_id: string
  /** False where the same content was stored before. */
  is_new: boolean
  session_id: string
  /** Index that the session's next step will take: what a prediction made on this page is for. */
  step_index: number
}

/**
 * Stores what a page looked like, once per content, and remembers which of the document's observations it was. It is
 * sent once an action refers to it.
 */
export async function putObservation(context: BufferContext, page: SeenPage): Promise<StoredPage> {
  const { document_id, observation_no, captured, idle_ms } = page
  // Hashed first: a transaction ends by itself while anything else is awaited.
  const observation_id = await observationId(captured)
  const observation: Observation = { schema_version: 1, observation_id, ...captured }

  return context.write(async (transaction) => {
    const now = context.now()
    const { tab, isNew } = await seenIn(transaction, page)
    const activity = !(await hasDocument(transaction, document_id))
    const at = { timestamp: page.timestamp ?? now, idle_ms, activity }
    const session = await currentSession(context, transaction, at)
    const { session_id, steps } = session
    if (isNew)
      await noteOpened(context, transaction, session, page, { tab, timestamp: at.timestamp, url: captured.url })

    const known = await findKnown(transaction, observation_id)
    if (known) await linkObservation(transaction, observation_id, session_id, now)
    else {
      const item = { item_id: observation_id, kind: 'observation' as const, data: observation }
      await addItem(transaction, { ...item, session_ids: [session_id] }, now, 'unused')
    }
    const seen = { document_id, observation_no, observation_id, tab, url: captured.url, seen_at: now }
    await transaction.objectStore('documents').put(seen)
    await transaction.objectStore('sessions').put({ ...session, tab, url: captured.url, observation_id })
    return { observation_id, is_new: !known, session_id, step_index: steps }
  })
}

async function hasDocument(transaction: WriteTransaction, document_id: string): Promise<boolean> {
  // An array sorts after every number, so this spans all observation numbers of the document.
  const all = IDBKeyRange.bound([document_id], [document_id, []])
  return (await transaction.objectStore('documents').getKey(all)) !== undefined
}
