import type { Study } from '../../schemas/index.ts'
import type { Enrolment } from '../consent/enrolment.ts'
import { readEnrolment } from '../consent/readEnrolment.ts'
import { sha256 } from '../platform/sha256.ts'
import { consentCopy } from '../ui/consentCopy.ts'
import { formatLocal } from '../ui/formatLocal.ts'
import type { Chosen, Ticked } from '../ui/types.ts'
import { saveFile } from './saveFile.ts'
import { shownLanguage } from './shownLanguage.ts'

async function save(study: Study, language: string, ticked: Chosen, joined: Enrolment | null): Promise<void> {
  const consent = joined?.consent ?? null
  const html = consentCopy({
    study,
    language,
    ticked,
    sha256: consent?.consent_sha256 ?? (await sha256(study.consent.text[language] ?? '')),
    agreed: consent && { at: consent.agreed_at, participant_id: consent.participant_id },
    receipt: joined?.receipt ?? null,
    now: Date.now(),
    format: formatLocal(shownLanguage()),
  })
  saveFile(`${study.id}-consent-${study.consent.version}.html`.replace(/[^\w.-]/g, '_'), html)
}

/** Saves the text in `language` with what is ticked so far. */
export const keepDraft = (study: Study, language: string, ticked: Ticked): Promise<void> =>
  save(study, language, ticked, null)

/** Saves what this device's participant agreed to. */
export async function keepConsent(): Promise<void> {
  const joined = await readEnrolment()
  if (joined) await save(joined.study, joined.consent.language, joined.consent.choices, joined)
}
