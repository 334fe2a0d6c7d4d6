import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL =
  '(?:shipping|delivery|billing|home|mailing|street|postal|e-?mail)? ?address|(?:liefer|rechnungs|versand)?(?:adresse|anschrift)|direcci[oó]n(?: de (?:env[ií]o|facturaci[oó]n|entrega))?|adresse de (?:livraison|facturation)|indirizzo(?: di (?:spedizione|consegna))?|endere[çc]o(?: de entrega)?|(?:aflever|bezorg)adres|adres dostawy|адрес(?: доставки)?|(?:收货|收件|配送|送货)?地址|住所|(?:배송)?주소'

/** What follows a label for an address, to the end of the line, where it holds a number. */
export const labelledAddress: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(`(?<![a-zà-ÿ])(?:${LABEL})["']? ?[:：=¶][ ¶"']{0,3}(?<value>[^¶[\\]"|<>]{3,120})`, 'gi'),
  accept: (value) => /\d/.test(value) && value.trimEnd().length,
}
