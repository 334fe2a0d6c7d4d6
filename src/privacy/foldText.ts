import { HAS_AT, HAS_DIGIT, HAS_DIGITS } from './textRule.ts'

/**
 * A text as the rules see it: digits, dashes and spaces of every script in ASCII, single spaces, no
 * invisible characters.
 */
export interface FoldedText {
  plain: string
  /** `HAS_…` bits, cues apart. */
  holds: number
  /** For each character of `plain` its place in the original, and one more for the end; null where nothing moved. */
  places: number[] | null
}

/** First digits of Arabic, Persian, Devanagari, Bengali and Thai numerals. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/** The code of the plain character for another; 0 for one that cannot be seen. */
function foldCode(code: number): number {
  if (code < 0xa0) return Math.max(code, 32)
  if (code < 0x660) return code === 0xa0 ? 32 : code === 0xad ? 0 : code === 0x60c ? 44 : code
  if (code < 0xe5a) {
    for (let i = 0; i < ZEROS.length; i++) {
      const digit = code - (ZEROS[i] ?? 0)
      if (digit >= 0 && digit < 10) return 48 + digit
    }
    return code
  }
  if (code < 0x2000) return code
  if (code < 0x2070) {
    if (code < 0x200b || code === 0x202f) return 32
    if (code < 0x2010 || (code > 0x2029 && code < 0x202f) || code > 0x205f) return 0
    return code < 0x2016 ? 45 : code
  }
  if (code < 0xfe63) return code === 0x2212 ? 45 : code === 0x3000 ? 32 : code
  if (code === 0xfeff) return 0
  return code > 0xff00 && code < 0xff5f ? code - 0xfee0 : code
}

/** The bits of a text by its digits and at signs. */
const bitsOf = (hasAt: boolean, digits: number): number =>
  (hasAt ? HAS_AT : 0) | (digits > 5 ? HAS_DIGIT | HAS_DIGITS : digits > 0 ? HAS_DIGIT : 0)

const countDigits = (text: string): number => (/\d/.test(text) ? (/(?:\d\D*){6}/.test(text) ? 6 : 1) : 0)

/** Folds `text` in one pass; the result is `text` itself where there is nothing to fold. */
export function foldText(text: string): FoldedText {
  // Most texts are plain, and asking that of the engine is quicker than to look at every character.
  if (/^[ -~]*$/.test(text) && !text.includes('  '))
    return { plain: text, holds: bitsOf(text.includes('@'), countDigits(text)), places: null }
  let digits = 0
  let hasAt = false
  let isPlain = true
  let last = 0
  const places: number[] = []
  const codes: string[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const folded = foldCode(code)
    if (folded > 47 && folded < 58) digits++
    else if (folded === 64) hasAt = true
    const isKept = folded !== 0 && (folded !== 32 || last !== 32)
    if (isPlain && (!isKept || folded !== code)) {
      isPlain = false
      for (let j = 0; j < i; j++) {
        places.push(j)
        codes.push(text[j] ?? '')
      }
    }
    if (!isKept) continue
    if (!isPlain) {
      places.push(i)
      codes.push(String.fromCharCode(folded))
    }
    last = folded
  }
  const holds = bitsOf(hasAt, digits)
  if (isPlain) return { plain: text, holds, places: null }
  places.push(text.length)
  return { plain: codes.join(''), holds, places: codes.length === text.length ? null : places }
}
