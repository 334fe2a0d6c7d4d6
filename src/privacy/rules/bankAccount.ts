import { HAS_CUE, type TextRule } from '../textRule.ts'
import { NUMBER_WORD } from './numberWord.ts'

const LABEL = 'routing|sort code|clabe|bankleitzahl|blz|konto(?:nummer)?|kto|n[uú]mero de cuenta|bsb'

/** An account or a bank after its label, where it is no IBAN: "Routing number 021000021", "BIC: DEUTDEFF500". */
export const bankAccount: TextRule = {
  id: 'iban',
  needs: HAS_CUE,
  cue: `\\b(?:${LABEL}|bic|swift)\\b`,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${LABEL})[ .]{0,2}(?:${NUMBER_WORD}){0,2}[ ¶:=#]{1,4}(?<value>\\d(?:[ -]?\\d){5,17})(?![\\p{L}\\p{N}])|(?:bic|swift)(?:[ /-]?(?:code|bic))?[ ¶]?[:：=][ ¶]?[A-Z]{6}[A-Z\\d]{2}(?:[A-Z\\d]{3})?(?![\\p{L}\\p{N}]))`,
    'giu',
  ),
  // A bank's code is written in capitals.
  accept: (value) => /[A-Z\d]{6}$/.test(value.replaceAll(/[ -]/g, '')),
}
