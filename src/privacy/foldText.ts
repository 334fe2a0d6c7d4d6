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

/** First digits of Arabic, Persian, Devanagari, Bengali, Thai and full-width numerals. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xfeff

function foldCharacter(code: number): string {
  if (code <= 32) return ' '
  if (code < 0xa0) return String.fromCharCode(code)
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return ' '
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63) return '-'
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String.fromCharCode(48 + code - zero)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return String.fromCharCode(code)
}

/** Folds `text` in one pass; the result is `text` itself where there is nothing to fold. */
export function foldText(text: string): FoldedText {
  let digits = 0
  let holds = 0
  let odd = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 47 && code < 58) digits++
    else if (code === 64) holds |= HAS_AT
    else if (code === 32) odd ||= text.charCodeAt(i + 1) === 32
    else if (code < 32 || code >= 0xa0) odd ||= foldCharacter(code) !== text[i] || isInvisible(code)
  }
  if (!odd) return { plain: text, holds: holds | digitBits(digits), places: null }
  let plain = ''
  const places: number[] = []
  digits = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isInvisible(code)) continue
    const folded = foldCharacter(code)
    if (folded === ' ' && plain.endsWith(' ')) continue
    plain += folded
    places.push(i)
    if (folded >= '0' && folded <= '9') digits++
    else if (folded === '@') holds |= HAS_AT
  }
  places.push(text.length)
  return { plain, holds: holds | digitBits(digits), places: plain.length === text.length ? null : places }
}

const digitBits = (count: number): number => (count > 5 ? HAS_DIGIT | HAS_DIGITS : count > 0 ? HAS_DIGIT : 0)
