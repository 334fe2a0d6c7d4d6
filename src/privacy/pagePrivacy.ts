import { isSensitiveField } from './isSensitiveField.ts'
import { makeSpanFinder } from './makeSpanFinder.ts'
import { makeTextScrubber } from './makeTextScrubber.ts'
import { makeUrlScrubber } from './makeUrlScrubber.ts'
import { pageRules } from './pageRules.ts'

const scrubText = makeTextScrubber(makeSpanFinder(pageRules))

/**
 * What the content script scrubs with, in the shape of the page room's `PagePrivacy`.
 *
 * The first line only, small and quick: everything it lets through meets `scrubCaptured` before it is stored.
 */
export const pagePrivacy = { scrubText, scrubUrl: makeUrlScrubber(scrubText), isSensitiveField }
