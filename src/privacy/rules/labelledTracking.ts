import { HAS_DIGITS, type TextRule } from '../textRule.ts'
import { digitsOf } from './checksums.ts'
import { NUMBER_WORD } from './numberWord.ts'

const LABEL =
  'track(?:ing)?|shipment|parcel|package|consignment|waybill|awb|sendungs?|paket|trackings?|suivi|colis|seguimiento|rastreo|env[ií]o|rastre(?:io|amento)|tracciamento|spedizione|przesy[łl]ki|zending|kolli|takip|отслеживания|快递单?|运单|物流单?|單號|追跡|伝票|お問い合わせ|송장|운송장|fedex|dhl|ups|usps|dpd|gls|hermes'

/** Any parcel number after its label, eight digits at the least. */
export const labelledTracking: TextRule = {
  id: 'tracking',
  needs: HAS_DIGITS,
  cue: LABEL,
  pattern: new RegExp(
    `(?<![a-z])(?:${LABEL})(?:[ -]?(?:${NUMBER_WORD})){0,2}[ ¶:#=]{0,4}(?<value>[a-z]{0,4}\\d(?:[ -]?[a-z0-9]){7,27})(?![a-z0-9])`,
    'gi',
  ),
  accept: (value) => {
    const end = value.search(/ [a-z]{2,}/i)
    const number = end < 0 ? value : value.slice(0, end)
    return digitsOf(number).length > 7 && number.length
  },
}
