import type { Redaction } from '../../../schemas/index.ts'
import type { SqliteStatements } from './sqliteStatements.ts'

type Place = { seq: number; received_at?: number }

/**
 * Deletes and replaces a participant's items, inside the caller's transaction; returns how many of each.
 *
 * Notes the `seq` of everything it touched, so that a batch that left the device before cannot bring it back.
 */
export function redactSqlite(
  sql: SqliteStatements,
  { participant_id, redaction_no, up_to_seq, session_ids, deleted, replaced }: Redaction,
  { redacted_at, deleted_up_to }: { redacted_at: number; deleted_up_to: number },
): { deleted: number; replaced: number } {
  let gone = 0
  const mark = (seq: number, isDeleted: boolean) => sql.mark.run(participant_id, seq, isDeleted ? 1 : 0, redacted_at)
  const markGone = (places: unknown[]): void => {
    gone += places.length
    for (const { seq } of places as Place[]) mark(seq, true)
  }

  sql.noteRedaction.run(participant_id, redaction_no, up_to_seq)
  if (up_to_seq > 0) {
    gone += Number(sql.removeUpTo.run(participant_id, up_to_seq).changes)
    sql.unmarkUpTo.run(participant_id, up_to_seq)
  }
  for (const session_id of session_ids) markGone(sql.removeOfSession.all(participant_id, session_id))
  // Pages that must not be used last: only now nothing refers to them any more.
  for (const { item_id, seq, unless_used } of deleted.toSorted(
    (a, b) => Number(a.unless_used) - Number(b.unless_used),
  )) {
    markGone(
      unless_used ? sql.removePage.all(participant_id, item_id, seq) : sql.removeItem.all(participant_id, item_id),
    )
    if (!sql.hasItem.get(participant_id, item_id)) mark(seq, true)
  }

  let stored = 0
  const last = Math.max(deleted_up_to, up_to_seq)
  for (const { item_id, seq, item } of replaced) {
    if (item.seq <= last || sql.isDeleted.get(participant_id, item.seq)) continue
    mark(seq, false)
    mark(item.seq, false)
    // What is replaced is no younger for it: it is kept as long as it would have been.
    let received_at = redacted_at
    if (item_id !== item.item_id) {
      for (const place of sql.removeItem.all(participant_id, item_id) as unknown as Place[]) {
        mark(place.seq, false)
        received_at = place.received_at ?? received_at
      }
      sql.referToPage.run(participant_id, item_id, item.item_id, redacted_at)
    }
    const data = JSON.stringify(item.data)
    sql.putItem.run(participant_id, item.item_id, item.seq, item.kind, data, redacted_at, received_at)
    stored += 1
  }
  sql.recount.run(participant_id)
  // The hash of a whole body would let somebody try out what was in it.
  sql.blankBatches.run(participant_id)
  return { deleted: gone, replaced: stored }
}
