import type { OffReason } from '../../schemas/index.ts'
import { dataKinds } from '../platform/dataConsent.ts'
import { hostPatterns } from '../platform/hostPatterns.ts'
import { hasHosts } from '../platform/hostPermission.ts'
import { readTogether, stored } from '../platform/stored.ts'
import { consentEnd } from './consentEnd.ts'
import { type Enrolment, enrolment, parsePause, parseWithdrawals } from './enrolment.ts'
import { isConsentCurrent } from './isConsentCurrent.ts'
import { parseStudyCheck } from './studyCheck.ts'

/** Whether anything may be recorded now, and if not, why. */
export type ConsentState =
  | { kind: 'recording'; enrolment: Enrolment }
  | { kind: 'paused'; until: number | null; enrolment: Enrolment }
  | {
      kind: 'off'
      reason: OffReason
      enrolment: Enrolment | null
    }

/**
 * Reads consent and pause afresh: nothing of it is remembered by a worker that may die. Host permission is as the browser
 * told it last (`hasHosts`).
 * Everything unknown, unreadable or out of date means: do not record.
 */
export async function readRecordingState(now: number, isFirefox: boolean): Promise<ConsentState> {
  const [raw, rawPause, rawWithdrawals, rawCheck] = await readTogether(
    stored.enrolment,
    stored.pause,
    stored.withdrawals,
    stored.studyCheck,
  )
  if (raw === null || raw === undefined) {
    const reason = parseWithdrawals(rawWithdrawals).length > 0 ? 'withdrawn' : 'not_joined'
    return { kind: 'off', reason, enrolment: null }
  }
  const parsed = enrolment.safeParse(raw)
  if (!parsed.success) return { kind: 'off', reason: 'consent_unreadable', enrolment: null }
  const { study, consent } = parsed.data
  const off = (reason: OffReason) => ({
    kind: 'off' as const,
    reason,
    enrolment: parsed.data,
  })
  const { expires_at, ends_at } = consentEnd(consent, study)
  if (parseStudyCheck(rawCheck).over || (ends_at !== null && ends_at <= now)) return off('study_over')
  if (!(await isConsentCurrent(consent, study))) return off('consent_outdated')
  if (expires_at !== null && expires_at <= now) return off('consent_expired')
  const kinds = isFirefox ? dataKinds(study, consent.choices) : null
  if (!(await hasHosts(hostPatterns(study, isFirefox), kinds))) return off('permission_missing')
  const paused = parsePause(rawPause)
  if (paused && (paused.until === null || paused.until > now)) {
    return { kind: 'paused', until: paused.until, enrolment: parsed.data }
  }
  return { kind: 'recording', enrolment: parsed.data }
}
