import type { BufferContext } from './context.ts'
import { isoWeek } from './isoWeek.ts'
import type { WriteTransaction } from './schema.ts'

/** What a participant has done in one week. */
export interface WeekTally {
  /** Sessions whose first step fell in it. */
  sessions: number
  /** Clicks and submissions. */
  steps: number
}

const KEY = 'weeks'
/** Weeks kept: what happened before midnight may be delivered after it. */
const KEPT = 3
const NONE: WeekTally = { sessions: 0, steps: 0 }

type Weeks = Record<string, WeekTally>

/**
 * Counts a step toward the week it was taken in. Kept apart from the steps: neither pruning what was sent nor a deletion
 * takes anything away from what the participant has done for the study.
 */
export async function countStep(
  transaction: WriteTransaction,
  { timestamp, opens }: { timestamp: number; opens: boolean },
): Promise<void> {
  const meta = transaction.objectStore('meta')
  const weeks = ((await meta.get(KEY))?.value as Weeks | undefined) ?? {}
  const week = isoWeek(timestamp)
  const { sessions, steps } = weeks[week] ?? NONE
  weeks[week] = { sessions: sessions + (opens ? 1 : 0), steps: steps + 1 }
  const kept = Object.entries(weeks)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, KEPT)
  await meta.put({ key: KEY, value: Object.fromEntries(kept) })
}

/** What was done in the week that `at` (ms) falls in. */
export const weekTally = (context: BufferContext, at: number): Promise<WeekTally> =>
  context.read(async (transaction) => {
    const weeks = (await transaction.objectStore('meta').get(KEY))?.value as Weeks | undefined
    return weeks?.[isoWeek(at)] ?? NONE
  })
