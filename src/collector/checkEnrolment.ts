import { type Enrolment, enrolment, type Study } from '../../schemas/index.ts'
import { sha256Of } from './bearerToken.ts'
import { explainIssues } from './explainIssues.ts'
import { Refusal } from './refusal.ts'

/** An enrolment that is for this study and this text. Throws a `Refusal` that says what to do. */
export function checkEnrolment(body: unknown, participantId: string, study: Study): Enrolment {
  const parsed = enrolment.safeParse(body)
  if (!parsed.success) {
    throw new Refusal(
      422,
      'bad_enrolment',
      `Not an enrolment: ${explainIssues(parsed.error.issues)}. Update the extension.`,
    )
  }
  const { consent } = parsed.data
  if (consent.participant_id !== participantId) {
    throw new Refusal(
      422,
      'wrong_participant',
      "The consent is another participant's than the address names. Send each to its own.",
    )
  }
  if (consent.study_id !== study.id) {
    throw new Refusal(
      422,
      'wrong_study',
      `This collector serves the study "${study.id}". Join through its own study link.`,
    )
  }
  if (consent.consent_version !== study.consent.version) {
    throw new Refusal(
      422,
      'wrong_consent_version',
      `The consent text is now version "${study.consent.version}". Load the study again, and ask for consent to that text.`,
    )
  }
  if (!Object.values(study.consent.text).some((text) => sha256Of(text) === consent.consent_sha256)) {
    throw new Refusal(
      422,
      'wrong_consent_text',
      `The consent is to a text that this study's version "${consent.consent_version}" does not have. Load the study again, and ask for consent.`,
    )
  }
  return parsed.data
}
