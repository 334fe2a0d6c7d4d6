import type { Action, Item } from '../../schemas/index.ts'

export interface SequencedAction {
  seq: number
  action: Action
}

/** `terminate` is the background's: it counts for no document. */
const isOfDocument = ({ action }: SequencedAction) => action.type !== 'terminate'

/** Within the places that a document's actions hold, orders them by `document_seq`; all else keeps its place. */
function orderDocuments(actions: readonly SequencedAction[]): SequencedAction[] {
  const byDocument = Map.groupBy(actions.filter(isOfDocument), ({ action }) => action.document_id)
  for (const group of byDocument.values()) group.sort((a, b) => a.action.document_seq - b.action.document_seq)
  return actions.map(
    (entry) => (isOfDocument(entry) ? byDocument.get(entry.action.document_id)?.shift() : entry) ?? entry,
  )
}

/**
 * A participant's actions by session, sessions and actions in order.
 *
 * The order is that of `seq`; actions of one document that arrived out of order stand in the order they were done in.
 */
export function actionsBySession(items: readonly Item[]): Map<string, SequencedAction[]> {
  const actions = items
    .flatMap(({ seq, kind, data }) => (kind === 'action' ? [{ seq, action: data }] : []))
    .sort((a, b) => a.seq - b.seq)
  const sessions = Map.groupBy(actions, ({ action }) => action.session_id)
  for (const [session, entries] of sessions) sessions.set(session, orderDocuments(entries))
  return sessions
}
