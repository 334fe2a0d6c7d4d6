import { z } from 'zod'

const studyCheck = z.strictObject({
  /** When the study file was last asked for, ms. */
  checked_at: z.int(),
  /** The study's address answered 410: it is over. */
  over: z.boolean(),
  /** Why it could not be read at the last try, or null. */
  problem: z.string().nullable(),
})

export type StudyCheck = z.infer<typeof studyCheck>

/** What the last reading of the study file brought. Unreadable means: never read. */
export const parseStudyCheck = (raw: unknown): StudyCheck =>
  studyCheck.safeParse(raw).data ?? { checked_at: 0, over: false, problem: null }
