import type { CollectorAnswer } from './callCollector.ts'
import { type CollectorCallError, CollectorRefusedError, CollectorUnreachableError, refused } from './errors.ts'

/** The error for an answer that is not what was asked for: retriable, but for a refusal (4xx other than 408, 425, 429). */
export function answerError(answer: CollectorAnswer): CollectorCallError {
  const { status, retry_after_ms } = answer
  const isRefusal = status >= 400 && status < 500 && ![408, 425, 429].includes(status)
  return isRefusal
    ? new CollectorRefusedError(refused(answer), answer)
    : new CollectorUnreachableError(status, retry_after_ms)
}
