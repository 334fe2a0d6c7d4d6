import type { Rationale } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { findKnown } from './findKnown.ts'

/**
 * Stores what came of a question about a step, once per step; returns its `seq`, or null where the step is not on this
 * device: what is said about a deleted step goes with it.
 */
export const putRationale = (context: BufferContext, rationale: Rationale): Promise<number | null> =>
  context.write(async (transaction) => {
    const { rationale_id, action_id, session_id, step_index } = rationale
    const known = await findKnown(transaction, rationale_id)
    if (known) return known.in === 'items' ? known.row.seq : known.seq
    const action = await transaction.objectStore('items').index('item_id').get(action_id)
    if (action?.kind !== 'action') return null
    const item = { item_id: rationale_id, kind: 'rationale' as const, data: rationale, session_ids: [session_id] }
    return addItem(transaction, { ...item, step: [session_id, step_index] }, context.now())
  })
