import { HAS_DIGIT, type TextRule } from '../textRule.ts'

/** Post office boxes. */
export const postBox: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: 'box|postfach|postbus|apartado|casella postale|\\bbp ',
  pattern:
    /\b(?:p\.? ?o\.? ?box|post office box|postfach|postbus|apartado(?: postal| de correos)?|casella postale|BP) ?#?\d{1,7}/gi,
}
