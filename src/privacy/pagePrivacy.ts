import { isSensitiveField } from './isSensitiveField.ts'
import { makeUrlScrubber } from './makeUrlScrubber.ts'
import { scrubPageText } from './scrubPageText.ts'

/**
 * What the content script scrubs with, in the shape of the read room's `PagePrivacy`.
 *
 * The first line only, small and quick: everything it lets through meets `scrubReading` before anything is made of it, and
 * `scrubCaptured` before anything is stored.
 */
export const pagePrivacy = {
  scrubText: scrubPageText,
  scrubUrl: makeUrlScrubber(scrubPageText),
  isSensitiveField,
}
