import type { Item } from '../../schemas/index.ts'

/** Something known of a count: an action that arrived, or a gap record that reaches up to a number. */
interface Mark {
  /** What counts: a document, or a tab in a session. */
  counter: string
  /** The action's number, or the last one that the gap record names. */
  seq: number
  arrived: boolean
  session: string | null
}

function documentMarks(items: readonly Item[]): Mark[] {
  return items.flatMap(({ kind, data }): Mark[] => {
    if (kind === 'action' && data.type !== 'terminate') {
      return [{ counter: data.document_id, seq: data.document_seq, arrived: true, session: data.session_id }]
    }
    // What was left out on purpose is not missing.
    if (kind === 'gap' && data.reason === 'excluded_page' && data.document_id !== null && data.to_seq !== null)
      return [{ counter: data.document_id, seq: data.to_seq, arrived: true, session: data.session_id }]
    const isRange = kind === 'gap' && data.document_id !== null && data.to_seq !== null
    return isRange
      ? [{ counter: data.document_id ?? '', seq: data.to_seq ?? 0, arrived: false, session: data.session_id }]
      : []
  })
}

const tabMarks = (items: readonly Item[]): Mark[] =>
  items.flatMap(({ kind, data }): Mark[] =>
    kind === 'action' && data.tab_seq !== undefined
      ? [{ counter: `${data.session_id} ${data.tab}`, seq: data.tab_seq, arrived: true, session: data.session_id }]
      : [],
  )

/** Numbers that did not arrive, by session: each below the highest that is known of its counter is one. */
function holesOf(marks: readonly Mark[]): Map<string, number> {
  const holes = new Map<string, number>()
  const add = (session: string | null | undefined, count: number) => {
    if (session && count > 0) holes.set(session, Math.min((holes.get(session) ?? 0) + count, Number.MAX_SAFE_INTEGER))
  }
  for (const one of Map.groupBy(marks, ({ counter }) => counter).values()) {
    const ordered = one.toSorted((a, b) => a.seq - b.seq)
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
  return holes
}

/**
 * Actions known to be missing, by session.
 *
 * Every document counts its actions from 0 without holes, in the page, and so does every tab in a session, where the
 * device stores them: the first tells what the device never got, the second what did not arrive from it, whole documents
 * too. A missing number belongs to the session of the next action that arrived, and after the last one to the session
 * that the gap record names, or the last one seen there. Most holes show in both counts: the larger is told.
 */
export function countMissing(items: readonly Item[]): Map<string, number> {
  const missing = holesOf(documentMarks(items))
  for (const [session, count] of holesOf(tabMarks(items)))
    missing.set(session, Math.max(count, missing.get(session) ?? 0))
  return missing
}
