import { type Consent, type ConsentReceipt, consentReceipt } from '../../schemas/index.ts'
import { answerError } from './answerError.ts'
import { type CollectorCall, callCollector } from './callCollector.ts'
import { EnrolmentConflictError } from './errors.ts'

export interface EnrolOptions extends Pick<CollectorCall, 'fetch' | 'endpoint' | 'token' | 'signal' | 'timeout_ms'> {
  consent: Consent
  /** SHA-256 of the secret that can only delete. */
  leave_secret_sha256?: string | undefined
  /** Milliseconds since 1970. */
  now?: () => number
}

/**
 * Tells the collector of a participant and of the token that later calls will carry. Safe to repeat.
 *
 * @returns `created` false where it knew already; `receipt` null where the collector gives none for this consent.
 * @throws EnrolmentConflictError where the participant or the token is taken (409).
 * @throws CollectorRefusedError, CollectorUnreachableError: their `retriable` says whether the same call may succeed later.
 */
export async function enrol(options: EnrolOptions): Promise<{ created: boolean; receipt: ConsentReceipt | null }> {
  const { consent, leave_secret_sha256, now = Date.now, ...call } = options
  const answer = await callCollector({
    ...call,
    now,
    method: 'PUT',
    path: `v1/participants/${consent.participant_id}`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ consent, leave_secret_sha256 }),
  })
  if (answer.status === 200 || answer.status === 201) {
    const { data } = consentReceipt.safeParse(answer.body)
    const isOurs = data?.consent_sha256 === consent.consent_sha256 && data.agreed_at === consent.agreed_at
    return { created: answer.status === 201, receipt: data && isOurs ? data : null }
  }
  if (answer.status === 409) {
    const said = answer.error ? ` The collector said: ${answer.error.message}` : ''
    throw new EnrolmentConflictError(
      `This enrolment collides with an earlier one. Join the study anew from its link.${said}`,
      answer,
    )
  }
  throw answerError(answer)
}
