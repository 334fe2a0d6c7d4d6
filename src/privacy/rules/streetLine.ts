import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { PRODUCT_WORDS } from './productWords.ts'

const SURE = 'street|avenue|ave|road|rd|boulevard|blvd|lane|ln|parkway|pkwy|highway|hwy|crescent|terrace'

const SUFFIX = `${SURE}|st|drive|dr|court|ct|place|pl|way|circle|cir|square|sq|close|row|hill|gardens|grove|trail|trl|walk|mews|wharf`

const UNIT = '(?:apt|apartment|suite|ste|unit|flat|floor|fl|rm|room|#)[ .]{0,2}#? ?[\\w-]{1,6}'

const CITY = "\\p{L}[\\p{L}.'’-]{1,24}(?: \\p{L}[\\p{L}.'’-]{1,24}){0,3}"

/** What may follow a street line: nothing, a comma, a unit, or a city with its state or postcode. */
const CLOSED = new RegExp(`^(?: ?$| ?[,;¶(|]|\\.(?: |$)| ${UNIT}| ${CITY},? [A-Z]{2,3},? \\d| \\d{4,5} \\p{Lu})`, 'iu')

function isStreet(value: string, text: string, start: number): boolean {
  const [number = '', ...words] = value.split(/,? /)
  const street = words.findLastIndex((word) => new RegExp(`^(?:${SUFFIX})\\.?,?$`, 'i').test(word))
  const names = words.slice(0, street)
  if (names.some((word) => PRODUCT_WORDS.test(word) || /^\d+(?!st|nd|rd|th)[a-z]*$/i.test(word))) return false
  const hasUnit = street < words.length - 1
  const rest = text.slice(start + value.length, start + value.length + 80)
  if (!hasUnit && !CLOSED.test(rest)) return false
  const isSure = hasUnit || new RegExp(`^(?:${SURE})\\.?,?$`, 'i').test(words[street] ?? '') || /^,? ?\S/.test(rest)
  const isCapital = names.every((word) => /^[\p{Lu}\d]/u.test(word))
  return isCapital ? isSure || number.length > 1 : isSure && names.length < 3 && number.length > 1
}

/** English: house number, name, kind of street, and a unit after it. */
export const streetLine: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: `\\b(?:${SUFFIX})\\b`,
  pattern: new RegExp(
    `(?<![\\p{L}\\d$€£.,/#-])\\d{1,6}[a-z]?(?:[-/]\\d{1,5})?,? (?:[\\p{L}\\d][\\p{L}\\d'’.-]{0,23} ){1,4}(?:${SUFFIX})(?![\\p{L}\\d'’-])\\.?(?: (?:N|S|E|W|NE|NW|SE|SW)\\b)?(?:,? ${UNIT})?`,
    'giu',
  ),
  accept: isStreet,
}
