import type { Prediction } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { findKnown } from './findKnown.ts'

export type PredictionDraft = Omit<Prediction, 'committed_at'>

export type Commitment =
  | { committed: true; seq: number }
  | { committed: false; reason: 'action_came_first' | 'session_over' }

/**
 * Stores a prediction, unless the action it predicts is already there.
 *
 * The comparison with the session's step counter and the writing are one transaction, as are the claiming of a step
 * index and the writing of its action: so a prediction's `seq` is always the smaller. Once per `prediction_id`. It is sent
 * once an action refers to its page, or where it is the one that counts at its step.
 * @throws RangeError where the draft is for a step that the session is not at yet.
 */
export async function commitPrediction(context: BufferContext, draft: PredictionDraft): Promise<Commitment> {
  const { session_id, step_index, prediction_id } = draft
  return context.write(async (transaction) => {
    const known = await findKnown(transaction, prediction_id)
    if (known) return { committed: true, seq: known.in === 'items' ? known.row.seq : known.seq }

    const session = await transaction.objectStore('sessions').get(session_id)
    if (!session || session.ended) return { committed: false, reason: 'session_over' }
    if (step_index < session.steps) return { committed: false, reason: 'action_came_first' }
    if (step_index > session.steps) {
      throw new RangeError(
        `The prediction is for step ${step_index}, but the session is at ${session.steps}: ` +
          'take the step_index that putObservation answered.',
      )
    }
    const now = context.now()
    const prediction: Prediction = { ...draft, committed_at: now }
    const item = { item_id: prediction_id, kind: 'prediction' as const, data: prediction }
    const page = await transaction.objectStore('items').index('item_id').get(draft.observation_id)
    const state = page?.state === 'unused' ? 'unused' : 'pending'
    const placed = { ...item, session_ids: [session_id], step: [session_id, step_index] as [string, number] }
    const seq = await addItem(transaction, placed, now, state)
    return { committed: true, seq }
  })
}
