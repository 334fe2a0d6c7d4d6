import { type Receipt, receipt } from '../../schemas/index.ts'
import { answerError } from './answerError.ts'
import { type CollectorCall, callCollector } from './callCollector.ts'

export interface WithdrawOptions extends Pick<CollectorCall, 'fetch' | 'endpoint' | 'token' | 'signal' | 'timeout_ms'> {
  /** Milliseconds since 1970. */
  now?: () => number
}

/**
 * Has the collector delete everything of the token's participant; its receipt says what. Safe to repeat.
 *
 * @throws CollectorRefusedError, CollectorUnreachableError: their `retriable` says whether the same call may succeed later.
 */
export async function withdraw(options: WithdrawOptions): Promise<Receipt> {
  const { now = Date.now, ...call } = options
  const answer = await callCollector({ ...call, now, method: 'POST', path: 'v1/withdraw' })
  const given = receipt.safeParse(answer.body).data
  if (answer.status >= 200 && answer.status < 300 && given) return given
  throw answerError(answer)
}
