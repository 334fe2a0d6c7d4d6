import type { Consent, Study } from '../../schemas/index.ts'
import { sha256 } from '../platform/sha256.ts'

/** True where `consent` is to the very text that `study` has now, in the language in which it was read. */
export async function isConsentCurrent(consent: Consent, study: Study): Promise<boolean> {
  if (consent.study_id !== study.id || consent.consent_version !== study.consent.version) return false
  const text = study.consent.text[consent.language]
  return text !== undefined && (await sha256(text)) === consent.consent_sha256
}
