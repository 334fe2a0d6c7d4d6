import { z } from 'zod'
import { consent, consentReceipt, study } from '../../schemas/index.ts'

/** What joining leaves on the device. The token is made here; the collector keeps only its hash. */
export const enrolment = z.strictObject({
  study,
  /** Where the study file came from; it is read again there. */
  study_url: z.string().min(1).optional(),
  consent,
  token: z.string().min(32),
  /** Another secret of this device, which can only delete: it stands in the address opened after an uninstallation. */
  leave_secret: z.string().min(43).max(256).optional(),
  /** When the collector acknowledged the enrolment, ms; null until then. */
  enrolled_at: z.int().nullable(),
  /** The collector's receipt for this very consent, once it came. */
  receipt: consentReceipt.optional(),
})

export type Enrolment = z.infer<typeof enrolment>

const pause = z.strictObject({ until: z.int().nullable() })

/** A withdrawal under way: all that is needed to have the collector delete, and nothing else. */
export const withdrawal = z.strictObject({
  endpoint: z.string(),
  participant_id: z.string(),
  token: z.string(),
  leave_secret: z.string().optional(),
  asked_at: z.int(),
})

export type Withdrawal = z.infer<typeof withdrawal>

/** The withdrawals still to be acknowledged. An unreadable entry cannot be acted on and is left out. */
export const parseWithdrawals = (raw: unknown): Withdrawal[] =>
  Array.isArray(raw) ? raw.flatMap((one) => withdrawal.safeParse(one).data ?? []) : []

const readable = z.object({
  study: z.object({ upload: z.object({ endpoint: z.string() }) }),
  consent: z.object({ participant_id: z.string() }),
  token: z.string(),
})

/** What to ask for where there is enough left of an enrolment, damaged or not, to have its data deleted. */
export function withdrawalOf(raw: unknown, asked_at: number): Withdrawal | null {
  const { data } = readable.safeParse(raw)
  if (!data) return null
  const { success, data: whole } = enrolment.safeParse(raw)
  return {
    endpoint: data.study.upload.endpoint,
    participant_id: data.consent.participant_id,
    token: data.token,
    ...(success && whole.leave_secret !== undefined && { leave_secret: whole.leave_secret }),
    asked_at,
  }
}

/** The pause in force, or null. */
export const parsePause = (raw: unknown): { until: number | null } | null =>
  // An unreadable pause is a pause without end: unknown state means do not record.
  raw === null || raw === undefined ? null : (pause.safeParse(raw).data ?? { until: null })
