import { amazonOrder } from './rules/amazonOrder.ts'
import { card } from './rules/card.ts'
import { email } from './rules/email.ts'
import { internationalPhone } from './rules/internationalPhone.ts'
import type { TextRule } from './textRule.ts'

/** The rules that run in the page, small and quick: what can be told by its form alone. The background has all of them. */
export const pageRules: readonly TextRule[] = [email, amazonOrder, card, internationalPhone]
