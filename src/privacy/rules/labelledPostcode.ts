import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL =
  'zip(?: ?code)|zip(?= ?[:：=¶])|post(?:al)? ?code|postleitzahl|plz|c[oó]digo postal|code postal|\\bc\\.?a\\.?p\\.?(?= ?[:：])|\\bcep\\b|kod pocztowy|postnummer|индекс|邮(?:政编码|编)|郵便番号|우편번호'

/** A postcode of any country after its label. */
export const labelledPostcode: TextRule = {
  id: 'postcode',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?:${LABEL})["']?(?: is| ist)?[ ¶:：=#]{1,4}["']?(?<value>(?=[a-z]{0,2}\\d|[a-z]\\d)[a-z0-9]{2,5}[ -]?[a-z0-9]{1,5})(?![a-z0-9])`,
    'gi',
  ),
  accept: (value) => {
    const head = value.search(/[ -][a-z]{4,}$/i)
    return head > 0 ? head : value.length
  },
}
