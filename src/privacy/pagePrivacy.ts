import { memo } from '../text/memo.ts'
import { isSensitiveField } from './isSensitiveField.ts'
import { makeUrlScrubber } from './makeUrlScrubber.ts'
import { scrubPageText } from './scrubPageText.ts'

/** Addresses remembered: a page asks for its own at every action. */
const MOST_ADDRESSES = 50

/**
 * What the content script scrubs with, in the shape of the read room's `PagePrivacy`.
 *
 * The first line only, small and quick: everything it lets through meets `scrubReading` before anything is made of it, and
 * `scrubCaptured` before anything is stored.
 */
export const pagePrivacy = {
  scrubText: scrubPageText,
  scrubUrl: memo(makeUrlScrubber(scrubPageText), MOST_ADDRESSES),
  isSensitiveField,
}
