import { HAS_DIGITS, type TextRule } from '../textRule.ts'

const EXTENSION = '(?:[ ,]{0,2}(?:ext(?:ension)?|poste|durchwahl|доб)\\.? ?\\d{1,6}|x\\d{1,6})?'

/** With `+` or `00` and a country code. */
export const internationalPhone: TextRule = {
  id: 'phone',
  needs: HAS_DIGITS,
  pattern: new RegExp(
    `(?<![\\w+])(?:\\+ ?\\(?[1-9](?:[ ().\\-/]{0,3}\\d){7,14}|00 ?[1-9](?:[ ().\\-/]{0,3}\\d){8,14})(?!\\d)${EXTENSION}(?!\\w)`,
    'gi',
  ),
}
