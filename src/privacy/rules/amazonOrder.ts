import { HAS_DIGITS, type TextRule } from '../textRule.ts'

/** Amazon's order numbers, and its session numbers, which look the same. */
export const amazonOrder: TextRule = {
  id: 'order',
  needs: HAS_DIGITS,
  pattern: /(?<![a-z0-9])[d\d]\d{2}[- ]\d{7}[- ]\d{7}(?!\d)/gi,
}
