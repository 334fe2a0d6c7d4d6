const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
  ς: 'σ',
}

/** Percent-encoded runs read as letters, as often as that changes something, at most three times. */
function decodePercents(text: string): string {
  let current = text
  for (let turn = 0; turn < 3 && current.includes('%'); turn++) {
    current = current.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run
      }
    })
  }
  return current
}

/** Lower case, without accents, ligatures spelt out. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøłđðþıёς]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')

/** Without the e of "ae", "oe", "ue": Müller, Mueller and Muller become one. */
const withoutUmlauts = (folded: string): string => folded.replace(/([aou])e/g, '$1')

/** Digits may be written in groups. */
const closeUp = (folded: string): string => folded.replace(/[\s\-_.()/]/g, '')

/**
 * Makes the quick look that says whether any text in a value may hold one of the words as `makeWordScrubber` finds them.
 *
 * True is a guess; false is certain. Looks for the letters of each part of a word, wherever they stand.
 */
export function mayHoldWords(words: readonly string[]): (value: unknown) => boolean {
  const wanted = words.flatMap((word) => {
    const parts = fold(word).match(/[\p{L}\p{N}]+/gu)
    return parts
      ? [parts.map((part) => ({ part, short: withoutUmlauts(part).replace(/^e/, ''), isNumber: /^\d+$/.test(part) }))]
      : []
  })
  const hasNumber = wanted.some((parts) => parts.some(({ isNumber }) => isNumber))
  return (value) => {
    if (wanted.length === 0) return false
    const folded = fold(decodePercents(JSON.stringify(value) ?? ''))
    const short = withoutUmlauts(folded)
    const closed = hasNumber ? closeUp(folded) : ''
    return wanted.some((parts) =>
      parts.every((one) =>
        one.isNumber ? closed.includes(one.part) : folded.includes(one.part) || short.includes(one.short),
      ),
    )
  }
}
