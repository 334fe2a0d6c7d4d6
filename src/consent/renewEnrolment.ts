import type { Enrolment } from './enrolment.ts'
import { isSameStudy } from './isSameStudy.ts'

/** What joining hands over; when the collector acknowledged it is not for a page to say. */
export type Joining = Omit<Enrolment, 'enrolled_at' | 'receipt'>

/**
 * The enrolment after joining. Whoever joins the same study again stays the same participant, with the same token:
 * under another pseudonym, what the collector has already could no longer be deleted.
 *
 * Handing over the consent given before, with a study whose text has changed, leaves the membership waiting for consent.
 *
 * @throws Error where another study was joined before.
 */
export function renewEnrolment(before: Enrolment | null, joining: Joining): Enrolment {
  if (!before) return { ...joining, enrolled_at: null }
  if (!isSameStudy(before.study, joining.study)) {
    throw new Error(`You are in the study "${before.study.title}". To join another one, leave it first.`)
  }
  const { participant_id, participant_kind, agreed_at } = before.consent
  return {
    ...(before.study_url !== undefined && { study_url: before.study_url }),
    ...joining,
    ...(before.leave_secret !== undefined && { leave_secret: before.leave_secret }),
    consent: { ...joining.consent, participant_id, participant_kind },
    token: before.token,
    // A consent that the collector knows need not be sent again.
    ...(agreed_at === joining.consent.agreed_at
      ? { enrolled_at: before.enrolled_at, ...(before.receipt && { receipt: before.receipt }) }
      : { enrolled_at: null }),
  }
}
