import type { Consent } from '../../schemas/index.ts'
import { answerError } from './answerError.ts'
import { type CollectorCall, callCollector } from './callCollector.ts'
import { EnrolmentConflictError } from './errors.ts'

export interface EnrolOptions extends Pick<CollectorCall, 'fetch' | 'endpoint' | 'token' | 'signal' | 'timeout_ms'> {
  consent: Consent
  /** Milliseconds since 1970. */
  now?: () => number
}

/**
 * Tells the collector of a participant and of the token that later calls will carry. Safe to repeat.
 *
 * @returns `created` false where it knew already.
 * @throws EnrolmentConflictError where the participant or the token is taken (409).
 * @throws CollectorRefusedError, CollectorUnreachableError: their `retriable` says whether the same call may succeed later.
 */
export async function enrol(options: EnrolOptions): Promise<{ created: boolean }> {
  const { consent, now = Date.now, ...call } = options
  const answer = await callCollector({
    ...call,
    now,
    method: 'PUT',
    path: `v1/participants/${consent.participant_id}`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ consent }),
  })
  if (answer.status === 200 || answer.status === 201) return { created: answer.status === 201 }
  if (answer.status === 409) {
    const said = answer.error ? ` The collector said: ${answer.error.message}` : ''
    throw new EnrolmentConflictError(
      `This enrolment collides with an earlier one. Join the study anew from its link.${said}`,
      answer,
    )
  }
  throw answerError(answer)
}
