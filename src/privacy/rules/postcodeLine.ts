import { HAS_DIGITS, type TextRule } from '../textRule.ts'
import { PRODUCT_WORDS } from './productWords.ts'

const WORD = "\\p{Lu}[\\p{L}.'’-]{1,24}"

/** Any street with a number, whatever it is called, before a five-digit postcode and its town: "Am Markt 5, 20095 Hamburg". */
export const postcodeLine: TextRule = {
  id: 'address',
  needs: HAS_DIGITS,
  pattern: new RegExp(
    `(?<![\\p{L}\\d])${WORD}(?: \\p{L}[\\p{L}.'’-]{1,24}){0,4},? \\d{1,4} ?[a-z]?(?:[-/]\\d{1,4})?[,¶] ?(?:(?:D-|F-|A-|I-|E-)?\\d{5}|\\d{2}-\\d{3}|\\d{3} \\d{2}) \\p{Lu}\\p{L}{2,24}(?:[ -]\\p{Lu}\\p{L}{1,24})?(?![\\p{L}\\d])`,
    'gu',
  ),
  accept: (value) => {
    const town = /\d{5} (\p{L}+)/u.exec(value)?.[1] ?? ''
    return !PRODUCT_WORDS.test(town) && !/^(?:mah|lumens?|steps|btu|dpi|lux|kelvin)$/i.test(town)
  },
}
