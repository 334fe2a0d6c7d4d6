import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const SECRET =
  'cvv2?|cvc2?|card security code|prüfziffer|kartenprüfnummer|valid (?:thru|until)|card expir(?:y|es|ation)|exp(?:iry|iration|\\.)? ?date|exp\\.?(?=:? \\d\\d ?/ ?\\d\\d)|gültig bis|安全码'

/** A card's security code or expiry after its label. */
export const cardSecret: TextRule = {
  id: 'card',
  needs: HAS_DIGIT,
  cue: SECRET,
  pattern: new RegExp(
    `(?:${SECRET})[ ¶:#=]{0,4}(?:(?:is|ist|code|no|date)[ :.]{0,2})?(?<value>\\d{3,4}|\\d{1,2} ?/ ?\\d{2,4})(?!\\d)`,
    'gi',
  ),
}
