import { HAS_CUE, type TextRule } from '../textRule.ts'
import { NAME, NO_NAME } from './nameLength.ts'

const GREETING = 'welcome|willkommen|bienvenid|bienvenue|benvenut|bem-vind|witaj|hello|hallo'

/** "John, welcome back!" */
export const leadingName: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `, (?:${GREETING})`,
  pattern: new RegExp(`(?<=^|¶)${NAME}(?=, (?:${GREETING}))`, 'giu'),
  accept: (value) => /^\p{Lu}/u.test(value) && !NO_NAME.test(value.split(' ')[0] ?? ''),
}
