import { collectedItems, type Item, item } from '../../schemas/index.ts'
import { answerError } from './answerError.ts'
import { type CollectorCall, callCollector } from './callCollector.ts'

export interface ReadItemsOptions
  extends Pick<CollectorCall, 'fetch' | 'endpoint' | 'token' | 'signal' | 'timeout_ms' | 'now'> {
  order: 'oldest_first' | 'newest_first'
  /** Exclusive; null from the beginning, or from the end. */
  from_seq: number | null
  limit: number
}

/** An item as the collector has it. */
export interface CollectedItem {
  item_id: string
  seq: number
  kind: string
  data: unknown
  /** Null where this version cannot read it. */
  item: Item | null
  /** Milliseconds since 1970 by the collector's clock; null where it is as it was first sent. */
  redacted_at: number | null
}

/**
 * Some of the participant's items, as the collector has them. None: there are no more.
 *
 * @throws CollectorRefusedError, CollectorUnreachableError: their `retriable` says whether the same call may succeed later.
 */
export async function readItems(options: ReadItemsOptions): Promise<CollectedItem[]> {
  const { order, from_seq, limit, ...call } = options
  const query = new URLSearchParams({
    order,
    limit: String(limit),
    ...(from_seq === null ? {} : { from: `${from_seq}` }),
  })
  const answer = await callCollector({ ...call, method: 'GET', path: `v1/my-data?${query}` })
  const lines = collectedItems.safeParse(answer.body).data
  if (answer.status !== 200 || !lines) throw answerError(answer)
  return lines.map(({ redacted_at = null, ...rest }) => ({
    ...rest,
    redacted_at,
    item: item.safeParse(rest).data ?? null,
  }))
}
