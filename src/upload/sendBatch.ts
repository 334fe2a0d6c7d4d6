import type { Item } from '../../schemas/index.ts'
import { type CollectorAnswer, callCollector, type Fetch } from './callCollector.ts'
import { CollectorUnreachableError } from './errors.ts'
import { judgeAnswer, type Verdict } from './judgeAnswer.ts'

export interface SendBatchOptions {
  fetch: Fetch
  endpoint: string
  token: string
  gzip(text: string): Promise<Uint8Array<ArrayBuffer>>
  now(): number
  timeout_ms?: number | undefined
}

export interface SendResult {
  verdict: Verdict
  status: number | null
  retry_after_ms: number | null
}

/**
 * Sends one batch of these items once, as `text`, and judges the answer. Throws only `signal`'s reason.
 */
export async function sendBatch(
  options: SendBatchOptions,
  { batch_id, items, text }: { batch_id: string; items: readonly Item[]; text: string },
  signal?: AbortSignal,
): Promise<SendResult> {
  const { fetch, endpoint, token, now, timeout_ms } = options
  const body = await options.gzip(text)
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
  let answer: CollectorAnswer
  try {
    answer = await callCollector({
      fetch,
      method: 'POST',
      endpoint,
      path: 'v1/batches',
      token,
      headers,
      body,
      signal,
      now,
      ...(timeout_ms === undefined ? {} : { timeout_ms }),
    })
  } catch (error) {
    if (!(error instanceof CollectorUnreachableError)) throw error
    return { verdict: { kind: 'wait', message: error.message }, status: null, retry_after_ms: null }
  }
  const item_ids = items.map((one) => one.item_id)
  const { status, retry_after_ms } = answer
  return { verdict: judgeAnswer(answer, batch_id, item_ids), status, retry_after_ms }
}
