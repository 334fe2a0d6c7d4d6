import { makeSpanFinder } from './makeSpanFinder.ts'
import { makeTextScrubber } from './makeTextScrubber.ts'
import { rules } from './rules.ts'

/** Puts a blank such as `[email]` in place of each personal value that `rules` know. Idempotent, linear, never throws. */
export const scrubText = makeTextScrubber(makeSpanFinder(rules))
