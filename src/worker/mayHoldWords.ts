import { decodePercents } from './decodePercents.ts'
import { foldText } from './foldText.ts'

/** Without the e of "ae", "oe", "ue": Müller, Mueller and Muller become one. */
const withoutUmlauts = (folded: string): string => folded.replace(/([aou])e/g, '$1')

/** Changes with the case, as in Анна, Анны. */
const LAST_LETTER = /(?<=[а-яєіїґ]{2})[ая]$/

/** Digits may be written in groups. */
const closeUp = (folded: string): string => folded.replace(/[\s\-_.()/]/g, '')

/**
 * Makes the quick look that says whether any text in a value may hold one of the words as `makeWordScrubber` finds them.
 *
 * True is a guess; false is certain. Looks for the letters of each part of a word, wherever they stand.
 */
export function mayHoldWords(words: readonly string[]): (value: unknown) => boolean {
  const wanted = words.flatMap((word) => {
    const parts = foldText(word).match(/[\p{L}\p{N}]+/gu)
    return parts
      ? [
          parts.map((part) => ({
            part,
            short: withoutUmlauts(part).replace(/^e/, '').replace(LAST_LETTER, ''),
            isNumber: /^\d+$/.test(part),
          })),
        ]
      : []
  })
  const hasNumber = wanted.some((parts) => parts.some(({ isNumber }) => isNumber))
  return (value) => {
    if (wanted.length === 0) return false
    const folded = foldText(decodePercents(JSON.stringify(value) ?? ''))
    const short = withoutUmlauts(folded)
    const closed = hasNumber ? closeUp(folded) : ''
    return wanted.some((parts) =>
      parts.every((one) =>
        one.isNumber ? closed.includes(one.part) : folded.includes(one.part) || short.includes(one.short),
      ),
    )
  }
}
