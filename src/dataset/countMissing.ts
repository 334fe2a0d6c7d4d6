import type { Item } from '../../schemas/index.ts'

/** Something known of a document's count: an action that arrived, or a gap record that reaches up to a number. */
interface Mark {
  /** `document_seq` of the action, or the last one that the gap record names. */
  seq: number
  arrived: boolean
  session: string | null
}

function marksByDocument(items: readonly Item[]): Iterable<Mark[]> {
  const marks = items.flatMap(({ kind, data }) => {
    if (kind === 'action' && data.type !== 'terminate') {
      return [{ document: data.document_id, seq: data.document_seq, arrived: true, session: data.session_id }]
    }
    const isRange = kind === 'gap' && data.document_id !== null && data.to_seq !== null
    return isRange
      ? [{ document: data.document_id, seq: data.to_seq ?? 0, arrived: false, session: data.session_id }]
      : []
  })
  return Map.groupBy(marks, ({ document }) => document).values()
}

/**
 * Actions known to be missing, by session.
 *
 * Every document counts its actions from 0 without holes, so each number that did not arrive below the highest that is
 * known of is one missing action. It belongs to the session of the document's next action, and after the last one to
 * the session that the gap record names, or the last one seen there.
 */
export function countMissing(items: readonly Item[]): Map<string, number> {
  const missing = new Map<string, number>()
  const add = (session: string | null | undefined, count: number) => {
    if (session && count > 0)
      missing.set(session, Math.min((missing.get(session) ?? 0) + count, Number.MAX_SAFE_INTEGER))
  }
  for (const marks of marksByDocument(items)) {
    const ordered = marks.toSorted((a, b) => a.seq - b.seq)
    const actions = ordered.filter(({ arrived }) => arrived)
    let last = -1
    for (const { seq, session } of actions) {
      add(session, seq - last - 1)
      last = seq
    }
    for (const { seq, session } of ordered) {
      add(session ?? actions.at(-1)?.session, seq - last)
      last = Math.max(last, seq)
    }
  }
  return missing
}
