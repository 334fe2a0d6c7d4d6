import { type Acknowledgement, acknowledgement } from '../../schemas/index.ts'
import type { CollectorAnswer } from './callCollector.ts'
import { refused, unreachable } from './errors.ts'

/** What to do after an answer to a batch. */
export type Verdict =
  | { kind: 'accepted'; acknowledgement: Acknowledgement }
  /** The collector is in trouble, whatever it is sent: wait. */
  | { kind: 'wait'; message: string }
  /** It failed over this batch: wait with this batch. */
  | { kind: 'failed'; message: string }
  /** It will not have this batch as it is: try smaller ones. */
  | { kind: 'refused'; message: string }
  /** The batch id is used up: send the items under another. */
  | { kind: 'rename' }
  /** No try will help: stop and say what to do. */
  | { kind: 'stop'; message: string }

const STOP = new Set([401, 403, 404, 410])
/** Bad request, too large, unknown encoding, unprocessable. */
const REFUSED = new Set([400, 413, 415, 422])

/** Judges the collector's answer to a batch of items with these ids, in this order. */
export function judgeAnswer(answer: CollectorAnswer, batch_id: string, item_ids: readonly string[]): Verdict {
  const { status, error } = answer
  if (status >= 200 && status < 300) {
    const parsed = acknowledgement.safeParse(answer.body).data
    // An answer that does not account for every item acknowledges none.
    return parsed && accountsFor(parsed, batch_id, item_ids)
      ? { kind: 'accepted', acknowledgement: parsed }
      : { kind: 'wait', message: unreachable(status) }
  }
  if (STOP.has(status)) return { kind: 'stop', message: refused(answer) }
  if (REFUSED.has(status)) return { kind: 'refused', message: error?.message ?? `Refused with status ${status}.` }
  if (status === 409) return { kind: 'rename' }
  if (status === 500) return { kind: 'failed', message: unreachable(status) }
  return { kind: 'wait', message: unreachable(status) }
}

function accountsFor(given: Acknowledgement, batch_id: string, item_ids: readonly string[]): boolean {
  const { stored, known, rejected } = given
  return (
    given.batch_id === batch_id &&
    stored + known + rejected.length === item_ids.length &&
    new Set(rejected.map(({ index }) => index)).size === rejected.length &&
    rejected.every(({ index, item_id }) => index < item_ids.length && (item_id === null || item_id === item_ids[index]))
  )
}
