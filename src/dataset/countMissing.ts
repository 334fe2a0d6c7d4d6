import type { Item } from '../../schemas/index.ts'

interface DocumentTrace {
  /** Session of each `document_seq` that arrived. */
  arrived: Map<number, string>
  /** Session of each `document_seq` that a gap record names. */
  noted: Map<number, string | null>
  last: number
}

const traceOf = (traces: Map<string, DocumentTrace>, document: string): DocumentTrace => {
  const trace = traces.get(document) ?? { arrived: new Map(), noted: new Map(), last: -1 }
  traces.set(document, trace)
  return trace
}

/** A gap record that named more than this many actions is damaged, and would only cost time. */
const LONGEST_GAP = 100_000

function readTraces(items: readonly Item[]): Iterable<DocumentTrace> {
  const traces = new Map<string, DocumentTrace>()
  for (const { kind, data } of items) {
    if (kind === 'action' && data.type !== 'terminate') {
      const trace = traceOf(traces, data.document_id)
      trace.arrived.set(data.document_seq, data.session_id)
      trace.last = Math.max(trace.last, data.document_seq)
    } else if (kind === 'gap' && data.document_id !== null && data.from_seq !== null && data.to_seq !== null) {
      const trace = traceOf(traces, data.document_id)
      const to = Math.min(data.to_seq, data.from_seq + LONGEST_GAP)
      for (let seq = data.from_seq; seq <= to; seq++) trace.noted.set(seq, data.session_id)
      trace.last = Math.max(trace.last, to)
    }
  }
  return traces.values()
}

/**
 * Actions known to be missing, by session.
 *
 * Every document counts its actions from 0 without holes, so each number below the highest seen that did not arrive is
 * one missing action. It belongs to the session of the document's next action, and after the last one to the session
 * that the gap record names, or the last one seen there.
 */
export function countMissing(items: readonly Item[]): Map<string, number> {
  const missing = new Map<string, number>()
  for (const { arrived, noted, last } of readTraces(items)) {
    let session: string | null = null
    for (let seq = last; seq >= 0; seq--) {
      const here: string | undefined = arrived.get(seq)
      if (here !== undefined) session = here
      else {
        const owner: string | null = session ?? noted.get(seq) ?? [...arrived.values()].at(-1) ?? null
        if (owner !== null) missing.set(owner, (missing.get(owner) ?? 0) + 1)
      }
    }
  }
  return missing
}
