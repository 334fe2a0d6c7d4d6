import { HAS_CUE, type TextRule } from '../textRule.ts'
import { NAME, NO_NAME } from './nameLength.ts'

const LABEL =
  "(?:first|last|full|given|family|middle|recipient(?:['’]s)?|cardholder(?:['’]s)?|contact|customer|your)[ _-]?name|surname|name on card|(?:billing|shipping|delivery)[ _-]?name|account ?holder|cardholder|(?:sold|bill(?:ed)?) to|signature|signed by|(?:vor|nach|voor|achter)name?|voornaam|achternaam|nombre y apellidos|nom complet|pr[ée]nom|apellidos?|cognome|sobrenome|nome completo|nazwisko|imi[ęe]|efternamn|förnamn|empfänger|destinatari[oa]|destinataire|kontoinhaber|recipient|addressee|customer|contact person|gift for|attn|фамилия|收货人|收件人|姓名|联系人|お名前|氏名|받는 ?사람|수령인"

/** A name after its label: "Recipient: …", "Vorname: …", "收货人：…". */
export const labelledName: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: LABEL,
  pattern: new RegExp(`(?<![a-zà-ÿ])(?:${LABEL})["']? ?[:：=¶][ ¶"']{0,3}(?<value>${NAME})`, 'giu'),
  accept: (value) => !NO_NAME.test(value.split(' ')[0] ?? '') && value.length,
}
