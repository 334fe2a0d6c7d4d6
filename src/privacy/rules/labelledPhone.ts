import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL =
  'tel(?:e(?:fono?|foon|phone)|éfono|éphone)?|phone|mobile?|cell(?:ulare?)?|fax|whats ?app|wechat|viber|telegram|call(?: us| me)?(?: (?:at|on))?|text (?:me|us) at|sms|handy|rufnummer|móvil|celular|teléfono|téléphone|portable|telefone|telemóvel|telefoonnummer|mobiel|komórk[ai]|telefon[uy]?|mobil|puhelin|тел(?:ефон)?|моб|电话|電話|手机|手機|微信|携帯|전화|휴대폰|هاتف|جوال'

/** Six digits or more after a word for telephone. */
export const labelledPhone: TextRule = {
  id: 'phone',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?<![a-z])(?:${LABEL})(?:[ -]?(?:numb?er|nummer|n[°ºo]|nr|号码?|番号|번호))?["']?\\.?[ ¶:=]{0,4}["']?(?<value>[+(]{0,2}\\d(?:[ ().\\-/]{0,3}\\d){5,14})(?![\\d.,])`,
    'gi',
  ),
}
