import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { CITY } from './city.ts'

/** A whole text that is a place and a five-digit postcode, as in a shop's "deliver to" box. */
export const placeLine: TextRule = {
  id: 'postcode',
  needs: HAS_DIGIT,
  pattern: new RegExp(
    `(?<=^|¶)(?!.{0,40}\\b(?:To|Nr|No|Number|Nummer|Item|Model|Style|Sku|SKU|Part|Art|Ref|Order|Code|Id|ID|Lot|Pack|ISO|DIN|EN|IEC|ANSI|ASTM|UL|Class)\\b)${CITY},? \\d{5}(?= ?(?:¶|$))`,
    'gu',
  ),
}
