/** The digits of a value, whatever stands between them. */
export const digitsOf = (value: string): string => value.replace(/\D/g, '')

/** Sum over the digits, each times its weight; the weights repeat. */
export function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[i]) * (weights[i % weights.length] ?? 0)
  return sum
}

/** ISO/IEC 7812-1 annex B (Luhn). */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (1 + (i % 2))
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/** Remainder of a decimal number of any length. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % modulus
  return rest
}

/** GS1 check digit, as in EAN-8, UPC-A, EAN-13, GTIN-14. */
export const isGtin = (digits: string): boolean => weighted([...digits].reverse().join(''), [1, 3]) % 10 === 0

/** True for a month and day that exist in some year. */
export const isDay = (month: string, day: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
