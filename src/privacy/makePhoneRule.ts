import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { digitsOf } from './rules/checksums.ts'
import { isProductNumber } from './rules/isProductNumber.ts'
import { HAS_DIGITS, type TextRule } from './textRule.ts'

/** The countries whose numbers a shop at this address shows without a country code: that of its top-level domain. */
export function phoneCountries(url: string): CountryCode[] {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  const domain = host.slice(host.lastIndexOf('.') + 1).toUpperCase()
  const country = domain === 'UK' ? 'GB' : domain
  return isSupportedCountry(country) ? [country] : []
}

/** How the digits are grouped: "612 34 56 78" is "3 2 2 2". */
const grouping = (text: string): string => (text.match(/\d+/g) ?? []).map((group) => group.length).join(' ')

/**
 * Numbers that Google's libphonenumber knows to be valid: international ones, and those of `countries` as written at
 * home. Without a leading zero a national number must also be grouped as that country groups it, since many a plain
 * number would be valid.
 */
export function makePhoneRule(countries: readonly CountryCode[]): TextRule {
  return {
    id: 'phone',
    needs: HAS_DIGITS,
    pattern: /(?<![\w.,$€£¥₹#+-]|[$€£¥₹] )\+?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?![\w%])(?![.,]\d)/g,
    accept: (value, text, start) => {
      if (isProductNumber(text, start)) return false
      if (value.startsWith('+')) return parsePhoneNumberFromString(value)?.isPossible() === true
      return countries.some((country) => {
        const number = parsePhoneNumberFromString(value, country)
        if (!number?.isValid() || number.country !== country) return false
        const hasZero = /^\(?0/.test(value) && digitsOf(value).length > 8
        return hasZero || (/\D/.test(value) && grouping(value) === grouping(number.formatNational()))
      })
    },
  }
}
