import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL = 'gift ?card|geschenkkarte|gutscheinkarte|carte cadeau|tarjeta regalo|claim code|gift code|store credit'

/** The number or the code of a card that is as good as money. */
export const giftCard: TextRule = {
  id: 'card',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?:${LABEL})(?: (?:number|no\\.?|nummer|code|#))?[ :#]{1,3}(?<value>\\d{4}(?:[ -]?\\d{4}){2,4}(?:[ -]?\\d{1,3})?|[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){1,4})(?![\\w-])`,
    'gi',
  ),
  // A code is written in capitals.
  accept: (value) => /\d/.test(value) && value === value.toUpperCase(),
}
