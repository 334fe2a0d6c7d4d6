import { z } from 'zod'
import { consent, study } from '../../schemas/index.ts'

/** What joining leaves on the device. The token is made here; the collector keeps only its hash. */
export const enrolment = z.strictObject({
  study,
  /** Where the study file came from; it is read again there. */
  study_url: z.string().min(1).optional(),
  consent,
  token: z.string().min(32),
  /** When the collector acknowledged the enrolment, ms; null until then. */
  enrolled_at: z.int().nullable(),
})

export type Enrolment = z.infer<typeof enrolment>

const pause = z.strictObject({ until: z.int().nullable() })

/** A withdrawal under way: all that is needed to have the collector delete, and nothing else. */
export const withdrawal = z.strictObject({
  endpoint: z.string(),
  participant_id: z.string(),
  token: z.string(),
  asked_at: z.int(),
})

export type Withdrawal = z.infer<typeof withdrawal>

/** The withdrawals still to be acknowledged. An unreadable entry cannot be acted on and is left out. */
export const parseWithdrawals = (raw: unknown): Withdrawal[] =>
  Array.isArray(raw) ? raw.flatMap((one) => withdrawal.safeParse(one).data ?? []) : []

/** The pause in force, or null. */
export const parsePause = (raw: unknown): { until: number | null } | null =>
  // An unreadable pause is a pause without end: unknown state means do not record.
  raw === null || raw === undefined ? null : (pause.safeParse(raw).data ?? { until: null })
