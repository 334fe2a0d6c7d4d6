import type { Consent, Study } from '../../schemas/index.ts'

const DAY_MS = 24 * 60 * 60_000

/** When a consent runs out and when the study ends, ms since 1970; null where neither is set. */
export function consentEnd(
  consent: Pick<Consent, 'agreed_at'>,
  study: Pick<Study, 'ends_at'> & { consent: Pick<Study['consent'], 'valid_days'> },
): { expires_at: number | null; ends_at: number | null } {
  const { valid_days } = study.consent
  return {
    expires_at: valid_days === undefined ? null : consent.agreed_at + valid_days * DAY_MS,
    ends_at: study.ends_at === undefined ? null : Date.parse(study.ends_at),
  }
}
