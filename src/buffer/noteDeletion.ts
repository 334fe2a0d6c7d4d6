import type { Action, Gap } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import type { WriteTransaction } from './schema.ts'

interface Hole {
  session_id: string | null
  document_id: string | null
  from_seq: number | null
  to_seq: number | null
}

/** A hole per document in which actions are deleted; `terminate` has a document of its own. */
function holesOf(actions: readonly Action[]): Hole[] {
  return [...Map.groupBy(actions, ({ document_id }) => document_id)].map(([document_id, own]) => {
    const numbers = own.map(({ document_seq }) => document_seq)
    const session_id = own[0]?.session_id ?? null
    return { session_id, document_id, from_seq: Math.min(...numbers), to_seq: Math.max(...numbers) }
  })
}

/**
 * Leaves a gap record where the participant deleted something: that something is missing, and nothing of what it was.
 *
 * With no action among what went, one record for the session says so; `session_id` null says no more than that
 * something is missing somewhere.
 */
export async function noteDeletion(
  context: BufferContext,
  transaction: WriteTransaction,
  { actions, session_id }: { actions: readonly Action[]; session_id: string | null },
): Promise<void> {
  const now = context.now()
  const unknown = { session_id, document_id: null, from_seq: null, to_seq: null }
  const holes = actions.length > 0 ? holesOf(actions) : [unknown]
  for (const hole of holes) {
    const gap: Gap = { schema_version: 1, gap_id: context.makeId(), timestamp: now, ...hole, reason: 'deleted' }
    const session_ids = hole.session_id === null ? [] : [hole.session_id]
    await addItem(transaction, { item_id: gap.gap_id, kind: 'gap', data: gap, session_ids }, now)
  }
}
