import { HAS_DIGITS, type TextRule } from '../textRule.ts'
import { digitsOf, isLuhn } from './checksums.ts'
import { isProductNumber } from './isProductNumber.ts'

/** True for digits in one piece, or in groups as on a card: one kind of separator, four digits first, no list of years. */
function isGrouped(value: string): boolean {
  const groups = value.split(/[ .-]+/)
  if (groups.length === 1) return true
  const separators = new Set(value.match(/[ .-]+/g))
  return (
    separators.size === 1 &&
    groups[0]?.length === 4 &&
    groups.every((group, at) => group.length < 7 && (group.length > 2 || at === groups.length - 1)) &&
    !groups.every((group) => /^(?:19|20)\d\d$/.test(group))
  )
}

/** Length of the longest beginning of `value`, cut between its groups, that is a card number; 0 where there is none. */
function cardLength(value: string, text: string, start: number): number {
  if (/^\d{1,3}\D|^\d{5,12}\D/.test(value) || isProductNumber(text, start)) return 0
  for (let end = value.length; end > 12; end--) {
    if (end < value.length && /\d/.test(value[end] ?? '')) continue
    const part = value.slice(0, end)
    if (!/\d$/.test(part)) continue
    const digits = digitsOf(part)
    if (digits.length < 13) return 0
    if (digits.length > 19 || digits[0] === '0' || !isGrouped(part) || !isLuhn(digits)) continue
    // Thirteen digits in a row are a barcode; the few thirteen-digit cards began with 4.
    if (part.length === 13 && digits[0] !== '4') continue
    return end
  }
  return 0
}

/** Payment card numbers of ISO/IEC 7812: 13 to 19 digits with a Luhn check digit. */
export const card: TextRule = {
  id: 'card',
  needs: HAS_DIGITS,
  pattern: /(?<!\d|\d\.)\d(?:[ .-]{0,2}\d){12,18}(?![\da-z])/gi,
  accept: cardLength,
}
