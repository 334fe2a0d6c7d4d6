import type { PostedReading } from '../messaging/calls.ts'
import { spliceBetween } from '../text/splice.ts'

/** Time after an answer for which the background lives, and knows what it was told, ms: browsers give it 30 s. */
const ALIVE_MS = 20_000
/** Shorter readings are quick to post as they are, UTF-16 units. */
const SHORT = 10_000

/** Says the readings of one document by what changed since the last one, where the background should still know that. */
export function shortReadings(now: () => number) {
  let last = { observation_no: 0, reading: '' }
  let answeredAt = Number.NEGATIVE_INFINITY
  return {
    /** The background answered; `isKept`: and will know the reading. */
    answered(isKept: boolean): void {
      answeredAt = isKept ? now() : Number.NEGATIVE_INFINITY
    },
    shorten(observation_no: number, reading: string): PostedReading {
      const before = last
      last = { observation_no, reading }
      if (reading.length < SHORT || now() - answeredAt > ALIVE_MS) return reading
      const change = spliceBetween(before.reading, reading)
      return change.put.length > reading.length / 2 ? reading : { of: before.observation_no, ...change }
    },
  }
}
