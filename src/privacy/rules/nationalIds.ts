import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { digitsOf, isDay, isGtin, isLuhn, remainder, weighted } from './checksums.ts'
import { isProductNumber } from './isProductNumber.ts'

const compact = (value: string): string => value.replace(/[^A-Z0-9]/gi, '').toUpperCase()

/** Spanish DNI and NIE: the letter is the number modulo 23. */
function isDni(value: string): boolean {
  const text = compact(value)
  const number = Number(text.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === text[text.length - 1]
}

/** Italian codice fiscale: odd places weigh by a table of the decree of 1976-12-23, even places by their value. */
function isCodiceFiscale(value: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
  const text = compact(value)
  let sum = 0
  for (let i = 0; i < 15; i++) {
    const code = text.charCodeAt(i)
    const number = code < 58 ? code - 48 : code - 65
    sum += i % 2 === 0 ? (odd[number] ?? 0) : number
  }
  return String.fromCharCode(65 + (sum % 26)) === text[15]
}

/** French NIR: key = 97 − number modulo 97, the departments 2A and 2B counted as 19 and 18. */
function isNir(value: string): boolean {
  const text = compact(value).replace('2A', '19').replace('2B', '18')
  const month = Number(text.slice(3, 5))
  const real = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50
  return real && 97 - remainder(text.slice(0, 13), 97) === Number(text.slice(13))
}

/** Chinese resident number, GB 11643-1999: ISO 7064 mod 11-2. */
function isChineseId(value: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return (
    isDay(value.slice(10, 12), value.slice(12, 14)) &&
    '10X98765432'[weighted(value.slice(0, 17), weights) % 11] === value[17]?.toUpperCase()
  )
}

/** German Steuer-ID: one digit of the first ten stands there twice or thrice; ISO 7064 mod 11,10. */
function isSteuerId(digits: string): boolean {
  const first = digits.slice(0, 10)
  if (first[0] === '0' || ![8, 9].includes(new Set(first).size)) return false
  let product = 10
  for (const digit of first) product = (((Number(digit) + product) % 10 || 10) * 2) % 11
  return (11 - product) % 10 === Number(digits[10])
}

/** Brazilian CPF: two check digits modulo 11. */
function isCpf(digits: string): boolean {
  const check = (length: number): number =>
    ((weighted(
      digits.slice(0, length),
      Array.from({ length }, (_, i) => length + 1 - i),
    ) *
      10) %
      11) %
    10
  return new Set(digits).size > 1 && check(9) === Number(digits[9]) && check(10) === Number(digits[10])
}

/** Polish PESEL: the month carries the century. */
const isPesel = (digits: string): boolean =>
  isDay(String(Number(digits.slice(2, 4)) % 20), digits.slice(4, 6)) &&
  weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0

/** Norwegian fødselsnummer: two check digits modulo 11. */
const isFodselsnummer = (digits: string): boolean =>
  isDay(digits.slice(2, 4), String(Number(digits.slice(0, 2)) % 40)) &&
  weighted(digits.slice(0, 10), [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** Belgian national register number: 97 − number modulo 97, with a 2 before it for those born since 2000. */
const isRijksregister = (digits: string): boolean =>
  isDay(digits.slice(2, 4), digits.slice(4, 6)) &&
  [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some(
    (number) => 97 - remainder(number, 97) === Number(digits.slice(9)),
  )

/** Turkish kimlik number. */
function isKimlik(digits: string): boolean {
  const tenth = (weighted(digits.slice(0, 9), [7, 9]) + 1000) % 10
  return (
    digits[0] !== '0' && tenth === Number(digits[9]) && weighted(digits.slice(0, 10), [1]) % 10 === Number(digits[10])
  )
}

/** Aadhaar's check digit: Verhoeff's dihedral scheme (1969). */
function isVerhoeff(digits: string): boolean {
  const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  const multiply = (a: number, b: number): number =>
    a < 5 ? (b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5) : b < 5 ? ((a - b + 10) % 5) + 5 : (a - b + 10) % 5
  let check = 0
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i])
    for (let turn = i % 8; turn > 0; turn--) digit = permutation[digit] ?? 0
    check = multiply(check, digit)
  }
  return check === 0
}

/** Chilean RUT: modulo 11 with weights 2 to 7 from the right. */
function isRut(value: string): boolean {
  const body = [...digitsOf(value.slice(0, -1))].reverse().join('')
  return '0K987654321'[weighted(body, [2, 3, 4, 5, 6, 7]) % 11] === value.slice(-1).toUpperCase()
}

/** Swedish personnummer (Luhn over its last ten digits), or a Danish CPR number, which has no check digit any more. */
function isPersonnummer(value: string): boolean {
  const digits = digitsOf(value).slice(-10)
  return (
    (isDay(digits.slice(2, 4), digits.slice(4, 6)) && isLuhn(digits)) ||
    (value.length === 11 && isDay(digits.slice(2, 4), digits.slice(0, 2)))
  )
}

/** Estonian and Lithuanian personal code: two rounds of weights modulo 11. */
function isIsikukood(digits: string): boolean {
  const round = (weights: number[]): number => weighted(digits.slice(0, 10), weights) % 11
  const first = round([1, 2, 3, 4, 5, 6, 7, 8, 9, 1])
  const check = first < 10 ? first : round([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 10
  return /^[1-6]/.test(digits) && isDay(digits.slice(3, 5), digits.slice(5, 7)) && check === Number(digits[10])
}

const elevenDigits = [isSteuerId, isCpf, isPesel, isFodselsnummer, isRijksregister, isKimlik, isIsikukood]

/** Romanian CNP: sex and century, date, county, modulo 11. */
const isCnp = (digits: string): boolean =>
  /^[1-8]/.test(digits) &&
  isDay(digits.slice(3, 5), digits.slice(5, 7)) &&
  (weighted(digits.slice(0, 12), [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) % 10 === Number(digits[12])

/** JMBG of the countries that were Yugoslavia: day, month, year of three digits, modulo 11. */
const isJmbg = (digits: string): boolean =>
  isDay(digits.slice(2, 4), digits.slice(0, 2)) &&
  /^[90]/.test(digits.slice(4)) &&
  (11 - (weighted(digits.slice(0, 12), [7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(digits[12])

/** South African identity number: date, citizenship 0 to 2, Luhn. */
const isSouthAfrican = (digits: string): boolean =>
  isDay(digits.slice(2, 4), digits.slice(4, 6)) && /^[0-2][89]/.test(digits.slice(10)) && isLuhn(digits)

/** Of barcodes, which have thirteen digits too, about one in 300 looks like one of these. */
const thirteenDigits = [isCnp, isJmbg, isSouthAfrican]

/** Singapore's NRIC and FIN: weights modulo 11, a letter by the series. */
function isNric(value: string): boolean {
  const text = value.toUpperCase()
  const [series = ''] = text
  const rest = (weighted(text.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + ({ T: 4, G: 4, M: 3 }[series] ?? 0)) % 11
  const letters = { S: 'JZIHGFEDCBA', T: 'JZIHGFEDCBA', F: 'XWUTRQPNMLK', G: 'XWUTRQPNMLK', M: 'XWUTRQPNJLK' }[series]
  return letters?.[series === 'M' ? 10 - rest : rest] === text[8]
}

/** Taiwan's identity number: the letter counts as two digits. */
function isTaiwanese(value: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(value[0]?.toUpperCase() ?? '') + 10
  const digits = `${letter}${value.slice(1)}`
  return weighted(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0
}

/** Czech and Slovak rodné číslo: women's months are 50 later, all of it modulo 11. */
const isRodneCislo = (value: string): boolean =>
  isDay(String((Number(value.slice(2, 4)) % 50) % 20), value.slice(4, 6)) && remainder(digitsOf(value), 11) === 0

const always = (): boolean => true

/** By country: the shape, and whether a text of that shape is a number that can exist. */
const rows: [pattern: string, isValid: (value: string) => boolean][] = [
  // United States: SSN and ITIN, but for the areas never given.
  ['(?!000|666)\\d{3}([ -])(?!00)\\d\\d\\1(?!0000)\\d{4}', always],
  // United Kingdom: national insurance number.
  ['(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D]', always],
  ['(?:\\d\\d\\.?\\d{3}\\.?\\d{3}|[XYZ][ -]?\\d{7})[ -]?[A-Z]', isDni],
  ['[12] ?\\d\\d ?\\d\\d ?(?:\\d\\d|2[AB]) ?\\d{3} ?\\d{3} ?\\d\\d', isNir],
  ['[A-Z]{3} ?[A-Z]{3} ?[\\dL-NP-V]{2}[A-EHLMPRST][\\dL-NP-V]{2} ?[A-Z][\\dL-NP-V]{3}[A-Z]', isCodiceFiscale],
  ['[1-9]\\d{5}(?:19|20)\\d{9}[\\dX]', isChineseId],
  [
    '(?:\\d\\d ?\\d{3} ?\\d{3} ?\\d{3}|\\d{3}\\.\\d{3}\\.\\d{3}-?\\d\\d|\\d{6}[ -]\\d{5}|\\d\\d\\.\\d\\d\\.\\d\\d-\\d{3}\\.?\\d\\d|\\d{9}-\\d\\d)',
    (value) => elevenDigits.some((isValid) => isValid(digitsOf(value))),
  ],
  ['[2-9]\\d{3}([ -])\\d{4}\\1\\d{4}', (value) => isVerhoeff(digitsOf(value))],
  // India: PAN, whose fourth letter says what kind of person.
  ['[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]', always],
  ['(?:19|20)?\\d{6}[-+]\\d{4}', isPersonnummer],
  // Finland: henkilötunnus.
  [
    '\\d{6}[-+A]\\d{3}[\\dA-FHJ-NPR-Y]',
    (value) =>
      '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(value.slice(0, 6) + value.slice(7, 10)) % 31] ===
      value[10]?.toUpperCase(),
  ],
  // South Korea: resident number.
  ['\\d{6}-[1-8]\\d{6}', (value) => isDay(value.slice(2, 4), value.slice(4, 6))],
  // Switzerland: AHV number, an EAN-13 of the country's own prefix.
  ['756\\.?\\d{4}\\.?\\d{4}\\.?\\d\\d', (value) => isGtin(digitsOf(value))],
  // Canada: social insurance number.
  ['\\d{3}([ -])\\d{3}\\1\\d{3}', (value) => isLuhn(digitsOf(value))],
  // Mexico: CURP.
  ['[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d', always],
  // Chile: RUT, modulo 11 with K for 10.
  ['\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dK]', isRut],
  // Russia: SNILS.
  ['\\d{3}-\\d{3}-\\d{3}[ -]\\d\\d', always],
  // Romania, the countries that were Yugoslavia, South Africa.
  ['\\d{13}', (value) => thirteenDigits.some((isValid) => isValid(value))],
  // Singapore, Hong Kong, Taiwan.
  ['[STFGM]\\d{7}[A-Z]', isNric],
  ['[A-Z]{1,2}\\d{6}\\([\\dA]\\)', always],
  ['[A-Z][12]\\d{8}', isTaiwanese],
  // United Arab Emirates; Malaysia.
  ['784-(?:19|20)\\d\\d-\\d{7}-\\d', always],
  ['\\d{6}-(?:0[1-9]|[1-5]\\d|8[23])-\\d{4}', (value) => isDay(value.slice(2, 4), value.slice(4, 6))],
  ['\\d{6}/\\d{4}', isRodneCislo],
]

/** National identity, tax and insurance numbers that can be told by their own shape and check digits. */
export const nationalIds: TextRule[] = rows.map(([pattern, isValid]) => ({
  id: 'national_id',
  // India's PAN has four digits; all others have six and more.
  needs: HAS_DIGIT,
  pattern: new RegExp(`(?<![A-Z0-9]|\\d\\.)${pattern}(?![A-Z0-9]|[.,]\\d)`, 'gi'),
  accept: (value, text, start) => isValid(value) && !isProductNumber(text, start),
}))
