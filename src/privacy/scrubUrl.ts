import { makeUrlScrubber } from './makeUrlScrubber.ts'
import { scrubText } from './scrubText.ts'

/** Reduces an address to origin, path and shopping parameters, scrubbed; see `makeUrlScrubber`. */
export const scrubUrl = makeUrlScrubber(scrubText)
