import { LETTER, WORDY } from '../../text/letters.ts'
import { HAS_CUE, type TextRule } from '../textRule.ts'
import { LOCAL, TOP_LEVEL } from './emailParts.ts'

/** URL-encoded, with spaces about its at sign, or with at sign or dots spelled out. */
export const hiddenEmail: TextRule = {
  id: 'email',
  needs: HAS_CUE,
  cue: '%(?:25)?40|&#(?:64|x40);|[[({] ?at ?[\\])}]| @ ?|@ | at .{2,64} dot ',
  pattern: new RegExp(
    `${LOCAL}(?:(?:%(?:25)?40|&#(?:64|x40);| ?[[({] ?at ?[\\])}] ?| @ | @|@ )(?:(?:${WORDY}|-){1,63}(?:\\.| ?[[({] ?dot ?[\\])}] ?)){1,5}| at (?:(?:${WORDY}|-){2,63} dot ){1,3})${TOP_LEVEL}(?!${LETTER})`,
    'gi',
  ),
}
