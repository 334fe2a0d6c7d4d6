import { HAS_DIGITS, type TextRule } from '../textRule.ts'
import { digitsOf } from './checksums.ts'
import { isInAccount } from './isInAccount.ts'
import { isProductNumber } from './isProductNumber.ts'
import { EXTENSION } from './phoneExtension.ts'

/** Shapes of numbers as people write them at home; each holds its own separators. */
const SHAPES = [
  // North America, Italy, Turkey, Vietnam: 3-3-4.
  '(?:1[ .-])?(?:\\(\\d{3}\\)[ .-]?|\\d{3}[ .\\-/])\\d{3}[ .-]?\\d{4}',
  // A leading zero and groups: most of Europe, Asia, Australia.
  '\\(?0[ -]?\\(?[1-9]\\d{0,4}\\)?(?:[ .\\-/]{1,3}\\(?\\d{1,8}\\)?){1,5}',
  // Spain, Portugal, Poland: nine digits.
  '[5-9]\\d{2}([ -])\\d{3}\\1\\d{3}|[6-9]\\d\\d \\d\\d \\d\\d \\d\\d|\\(?[1-9]\\d\\)? \\d{3} \\d\\d \\d\\d',
  // China, mobile.
  '1[3-9]\\d(?: \\d{4} | ?\\d{4}|-\\d{4}-)\\d{4}',
  // Brazil and Mexico: area code, then four and four, or five and four.
  '\\([1-9]\\d\\) ?9? ?\\d{4}[ -]?\\d{4}|[1-9]\\d 9?\\d{4}-\\d{4}|[1-9]\\d \\d{4} \\d{4}',
  // India, Italy, Russia, Australia's 1300.
  '[6-9]\\d{4}[ -]\\d{5}|3\\d\\d[ .-]\\d{6,7}|8[ -]?\\(?\\d{3}\\)?[ -]?\\d{3}[ -]?\\d\\d[ -]?\\d\\d|1[38]00 \\d{3} \\d{3}',
  // No separators: North America, a leading zero, China.
  '1?[2-9]\\d\\d[2-9]\\d{6}|0[1-9]\\d{8,9}|1[3-9]\\d{9}',
]

/** A date, or an ISBN-10 with its hyphens. */
const NO_PHONE = /^(?:\d+-){3}\d$|^0?\d([-/. ])\d{1,2}\1(?:19|20)\d\d|^(?:19|20)\d\d[-/.]\d\d[-/.]\d\d/

function isPhone(value: string, text: string, start: number): boolean {
  const digits = digitsOf(value)
  if (digits.length < 9 || digits.length > 12 || NO_PHONE.test(value)) return false
  const before = text.slice(Math.max(0, start - 6), start)
  const after = text.slice(start + value.length, start + value.length + 6)
  // One of a list of numbers: sizes, model numbers, thread counts.
  if (/^[\d ]* [\d ]*$/.test(value) && (/(?:^|[^\d$€£¥])\d{2,4} $/.test(before) || /^ \d{2,4}(?![\d/:])/.test(after)))
    return false
  return (
    !/^(?: ?[€£$¥₹](?! ?\d)|[.,]\d| ?(?:mah|ml|mm|kg|pcs)\b)/i.test(after) &&
    !isProductNumber(text, start) &&
    !isInAccount(text, start)
  )
}

/** National numbers of many countries, told by how they are grouped. */
export const nationalPhone: TextRule = {
  id: 'phone',
  needs: HAS_DIGITS,
  pattern: new RegExp(`(?<![\\w$€£¥₹#+]|\\d[./-]|[$€£¥₹] )(?:${SHAPES.join('|')})(?![\\w])${EXTENSION}`, 'gi'),
  accept: isPhone,
}
