import { z } from 'zod'
import { uuid } from '../../schemas/index.ts'

/** What lies on the device about questions already asked. */
const asking = z.strictObject({
  /** How often the participant wished for fewer: each halves every chance, for good. */
  halvings: z.int().nonnegative(),
  /** The participant's own day in which `today` were asked. */
  day: z.string(),
  today: z.int().nonnegative(),
  session_id: uuid.nullable(),
  in_session: z.int().nonnegative(),
})

export type Asking = z.infer<typeof asking>

const START: Asking = { halvings: 0, day: '', today: 0, session_id: null, in_session: 0 }

/** Null where it cannot be read: nobody is asked then, for the participant may have wished not to be. */
export const readAsking = (raw: unknown): Asking | null =>
  raw === null || raw === undefined ? START : (asking.safeParse(raw).data ?? null)

/** The day of `at` (ms) by the device's own clock. */
const dayOf = (at: number): string => {
  const day = new Date(at)
  return `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`
}

/** How many were asked on this day and in this session. */
export const askedSoFar = (state: Asking, at: number, session_id: string): { today: number; in_session: number } => ({
  today: state.day === dayOf(at) ? state.today : 0,
  in_session: state.session_id === session_id ? state.in_session : 0,
})

/** The state after one more question. */
export function countAsked(state: Asking, at: number, session_id: string): Asking {
  const { today, in_session } = askedSoFar(state, at, session_id)
  return { ...state, day: dayOf(at), today: today + 1, session_id, in_session: in_session + 1 }
}
