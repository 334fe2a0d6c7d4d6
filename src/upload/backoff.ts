/** The longest wait that is asked for by this side, ms: one hour. */
const CAP_MS = 60 * 60_000
/** Mean of the first wait is half of this, ms. */
const BASE_MS = 5_000
/** No try follows another sooner, ms. */
const FLOOR_MS = 1_000
/** A collector may ask for longer, but for no longer than this, ms: one day. */
const RETRY_AFTER_CAP_MS = 24 * 60 * 60_000

/**
 * How long to wait after `attempts` failed tries in a row (1 or more), ms. It never says to give up.
 *
 * Exponential backoff with full jitter, `random(0, min(cap, base · 2^(attempts − 1)))` (Marc Brooker, "Exponential
 * Backoff And Jitter", AWS Architecture Blog, 2015); on top of the collector's own Retry-After where it sent one.
 * @param random in [0, 1).
 */
export function backoff(attempts: number, random: number, retry_after_ms: number | null = null): number {
  const jitter = Math.floor(random * Math.min(CAP_MS, BASE_MS * 2 ** (Math.max(1, attempts) - 1)))
  if (retry_after_ms === null) return Math.max(FLOOR_MS, jitter)
  return Math.min(RETRY_AFTER_CAP_MS, Math.max(FLOOR_MS, retry_after_ms + Math.min(jitter, BASE_MS)))
}
