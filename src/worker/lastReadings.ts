import type { PostedReading } from '../messaging/calls.ts'
import { splice } from '../text/splice.ts'

/** Documents of which the last reading is remembered. */
const MOST = 12
/** UTF-16 units of all of them. */
const MOST_UNITS = 8_000_000

/** The last reading of each document, in memory alone. */
export interface LastReadings {
  /** A posted reading as JSON; null where that depends on one that is not known. */
  textOf(document_id: string, observation_no: number, reading: PostedReading): string | null
  remember(document_id: string, observation_no: number, text: string): void
  forget(): void
}

export function createLastReadings(): LastReadings {
  /** The one remembered last comes last. */
  const known = new Map<string, { observation_no: number; text: string }>()
  return {
    textOf(document_id, observation_no, reading) {
      if (typeof reading === 'string') return reading
      const last = known.get(document_id)
      // Delivered again.
      if (last?.observation_no === observation_no) return last.text
      return last?.observation_no === reading.of ? splice(last.text, reading) : null
    },
    remember(document_id, observation_no, text) {
      known.delete(document_id)
      known.set(document_id, { observation_no, text })
      let units = 0
      for (const [index, [id, one]] of [...known].reverse().entries()) {
        units += one.text.length
        if (index >= MOST || units > MOST_UNITS) known.delete(id)
      }
    },
    forget: () => known.clear(),
  }
}
