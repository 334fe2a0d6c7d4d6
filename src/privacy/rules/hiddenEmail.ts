import { HAS_CUE, type TextRule } from '../textRule.ts'
import { LOCAL, TOP_LEVEL } from './emailParts.ts'

/** URL-encoded, or with its at sign or dots spelled out in brackets. */
export const hiddenEmail: TextRule = {
  id: 'email',
  needs: HAS_CUE,
  cue: '%(?:25)?40|[[({] ?at ?[\\])}]',
  pattern: new RegExp(
    `${LOCAL}(?:%(?:25)?40| ?[[({] ?at ?[\\])}] ?)(?:[\\p{L}\\p{N}-]{1,63}(?:\\.| ?[[({] ?dot ?[\\])}] ?)){1,5}${TOP_LEVEL}`,
    'giu',
  ),
}
