import { amazonOrder } from './rules/amazonOrder.ts'
import { card } from './rules/card.ts'
import { destination } from './rules/destination.ts'
import { email } from './rules/email.ts'
import { greeting } from './rules/greeting.ts'
import { internationalPhone } from './rules/internationalPhone.ts'
import { nationalPhone } from './rules/nationalPhone.ts'
import type { TextRule } from './textRule.ts'

/** The rules that run in the page: what is found there most, and what would else become part of a name. Few, to be small and quick. */
export const pageRules: readonly TextRule[] = [
  email,
  amazonOrder,
  card,
  internationalPhone,
  nationalPhone,
  destination,
  greeting,
]
