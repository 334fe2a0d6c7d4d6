import { HAS_DIGITS, type TextRule } from '../textRule.ts'
import { digitsOf, weighted } from './checksums.ts'

/** UPU S10: eight digits and a check digit between two letters for the service and two for the country. */
function isS10(value: string): boolean {
  const digits = digitsOf(value)
  const check = 11 - (weighted(digits.slice(0, 8), [8, 6, 4, 2, 3, 5, 9, 7]) % 11)
  return Number(digits[8]) === (check === 10 ? 0 : check === 11 ? 5 : check)
}

/** Parcel numbers with a shape of their own: UPS, USPS, Amazon, DHL, SF, YTO. */
export const tracking: TextRule = {
  id: 'tracking',
  needs: HAS_DIGITS,
  pattern:
    /(?<![a-z0-9])(?:1Z(?: ?[a-z0-9]){16}|9[1-5]\d\d(?: ?\d{4}){4}(?: ?\d\d){0,3}|00[34]\d{17}|TB[ACM]\d{12}|JJ?D\d{16,20}|SF\d{12,13}|YT\d{13,15})(?![a-z0-9])/gi,
}

/** Postal items by the standard of the Universal Postal Union. */
export const postalItem: TextRule = {
  id: 'tracking',
  needs: HAS_DIGITS,
  pattern: /(?<![a-z0-9])[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}(?![a-z0-9])/g,
  accept: isS10,
}
