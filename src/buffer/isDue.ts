/** The longest wait between two tries, ms. */
export const LONGEST_WAIT_MS = 24 * 60 * 60_000

/** True from `next_at` on; also where that lies further ahead than any wait, for then the clock was set back. */
export const isDue = (next_at: number, now: number): boolean => next_at <= now || next_at > now + LONGEST_WAIT_MS
