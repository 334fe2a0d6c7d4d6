import { amazonOrder } from './rules/amazonOrder.ts'
import { card } from './rules/card.ts'
import { cityState } from './rules/cityState.ts'
import { destination } from './rules/destination.ts'
import { email } from './rules/email.ts'
import { greeting } from './rules/greeting.ts'
import { internationalPhone } from './rules/internationalPhone.ts'
import { nationalPhone } from './rules/nationalPhone.ts'
import { placeLine } from './rules/placeLine.ts'
import { possessive } from './rules/possessive.ts'
import { signedIn } from './rules/signedIn.ts'
import type { TextRule } from './textRule.ts'

/** The rules that run in the page: what is found there most, and what would else become part of a name. Few, to be small and quick. */
export const pageRules: readonly TextRule[] = [
  email,
  amazonOrder,
  card,
  internationalPhone,
  nationalPhone,
  cityState,
  placeLine,
  destination,
  greeting,
  signedIn,
  possessive,
]
