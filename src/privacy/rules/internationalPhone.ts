import { HAS_DIGITS, type TextRule } from '../textRule.ts'
import { isInAccount } from './isInAccount.ts'
import { EXTENSION } from './phoneExtension.ts'

/** With `+` or `00` and a country code. */
export const internationalPhone: TextRule = {
  id: 'phone',
  needs: HAS_DIGITS,
  pattern: new RegExp(
    `(?<![\\w+])(?:\\+ ?\\(?[1-9](?:[ ().\\-/]{0,3}\\d){7,14}|00 ?[1-9](?:[ ().\\-/]{0,3}\\d){8,14})(?!\\d)${EXTENSION}(?!\\w)`,
    'gi',
  ),
  accept: (_, text, start) => !isInAccount(text, start),
}
