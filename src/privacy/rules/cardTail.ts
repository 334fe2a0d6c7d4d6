import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const BRAND = 'visa|master ?card|amex|american express|maestro|diners|union ?pay|jcb|银联'

const TAIL =
  'ending (?:in|with)|card ending|endend auf|endziffern?|endet (?:auf|mit)|terminada en|que termina en|se terminant par|che termina con|finalizada en|final em|尾号(?:为)?|konč[íi](?:cí)? na|kończąc[aey] się na|eindigend op|slutar på'

/** What is left of a card on a page: its last digits after a brand or dots. */
export const cardTail: TextRule = {
  id: 'card',
  needs: HAS_DIGIT,
  cue: `[•*·]{2}|x{3}|\\b(?:${BRAND})|${TAIL}`,
  pattern: new RegExp(
    `(?:(?:${TAIL})[ ¶:]{0,3}|\\b(?:${BRAND})[ ¶:(]{0,3}[•*·x.…-]{1,24} ?|\\b(?:${BRAND}) ?\\((?=\\d{4}\\))|(?:[•*·]{2}|x{3})[•*·x -]{0,24})(?<value>\\d{4,5})(?![\\d.,])`,
    'gi',
  ),
}
