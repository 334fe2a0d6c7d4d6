import type { Consent, ConsentChoices, ParticipantKind, Study } from '../../schemas/index.ts'
import { makeUuid } from '../platform/makeUuid.ts'
import { sha256 } from '../platform/sha256.ts'

/** The consent that a click on "I agree" makes. `language` must be one of the study's. */
export async function makeConsent(
  study: Study,
  language: string,
  choices: ConsentChoices,
  kind: ParticipantKind,
  now: number,
): Promise<Consent> {
  const text = study.consent.text[language]
  if (text === undefined) throw new Error(`The study has no consent text in "${language}".`)
  return {
    schema_version: 1,
    study_id: study.id,
    study_version: study.version,
    consent_version: study.consent.version,
    consent_sha256: await sha256(text),
    language,
    participant_id: makeUuid(),
    participant_kind: kind,
    agreed_at: now,
    choices,
  }
}
