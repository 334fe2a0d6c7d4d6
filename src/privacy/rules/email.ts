import { WORDY } from '../../text/letters.ts'
import { HAS_AT, type TextRule } from '../textRule.ts'
import { LOCAL, TOP_LEVEL } from './emailParts.ts'

export const email: TextRule = {
  id: 'email',
  needs: HAS_AT,
  pattern: new RegExp(`${LOCAL}@(?:(?:${WORDY}|-){1,63}\\.){1,5}${TOP_LEVEL}`, 'gi'),
}
