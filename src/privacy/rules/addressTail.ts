import { HAS_CUE, type TextRule } from '../textRule.ts'

const WORD = "\\p{L}[\\p{L}\\p{M}.'’]{0,24}"
const TOWN = "\\p{Lu}[\\p{L}\\p{M}.'’]{1,24}(?:[ /-]\\p{Lu}[\\p{L}\\p{M}.'’]{1,24}){0,2}"

/**
 * The town and postcode behind a street that is blanked already: found at the next pass. A town without a postcode ends the
 * text; what else stands there may be anything.
 */
export const addressTail: TextRule = {
  id: 'postcode',
  needs: HAS_CUE,
  cue: '\\[address\\]',
  pattern: new RegExp(
    `(?<=\\[address\\][,،]? ?(?:[-–] )?)(?:(?:кв|ap|apt|bl|sc|et)\\.? ?\\d{1,4},? ?)?(?:(?:${WORD}[ ,/–-]{1,3}){0,5}(?:\\d{5}-\\d{3,4}|\\d{3} ?\\d{2,3}|\\d{4,5})(?![\\d\\p{L}])(?: ${TOWN})?|${TOWN}(?= ?(?:$|¶)))`,
    'gu',
  ),
}
