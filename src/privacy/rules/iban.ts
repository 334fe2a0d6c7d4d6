import { HAS_DIGITS, type TextRule } from '../textRule.ts'
import { remainder } from './checksums.ts'

/** Country code and length, from the SWIFT IBAN registry. */
const LENGTHS =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'

/** Length of the account number that `value` begins with; 0 where it begins with none. ISO 13616, check by mod 97. */
function ibanLength(value: string): number {
  const country = value.slice(0, 2).toUpperCase()
  const at = LENGTHS.search(new RegExp(`${country}\\d`))
  if (at < 0) return 0
  const wanted = Number(LENGTHS.slice(at + 2, at + 4))
  let compact = ''
  for (let i = 0; i < value.length; i++) {
    const character = (value[i] ?? '').toUpperCase()
    if (/[A-Z0-9]/.test(character)) compact += character
    if (compact.length < wanted) continue
    const rotated = compact.slice(4) + compact.slice(0, 4)
    return remainder(
      rotated.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
      ? i + 1
      : 0
  }
  return 0
}

/** International bank account numbers, in one piece or in groups. */
export const iban: TextRule = {
  id: 'iban',
  needs: HAS_DIGITS,
  pattern: /(?<![a-z0-9])[a-z]{2} ?\d{2}(?:[ .-]?[a-z0-9]){11,29}/gi,
  accept: ibanLength,
}
