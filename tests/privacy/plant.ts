import fc from 'fast-check'
import { isLuhn, remainder, weighted } from '../../src/privacy/rules/checksums.ts'

/** Digits drawn freely, `length` of them. */
export const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((values) => values.join(''))

const letters = (length: number, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((values) => values.join(''))

/** Fills a pattern: `X` any digit, `N` a digit from 2 to 9, `P` a digit from 1 to 9; all else stands for itself. */
export const fill = (...patterns: string[]): fc.Arbitrary<string> =>
  fc
    .constantFrom(...patterns)
    .chain((pattern) =>
      fc
        .tuple(
          ...[...pattern].map((sign) =>
            sign === 'X'
              ? fc.nat(9).map(String)
              : sign === 'N'
                ? fc.integer({ min: 2, max: 9 }).map(String)
                : sign === 'P'
                  ? fc.integer({ min: 1, max: 9 }).map(String)
                  : fc.constant(sign),
          ),
        )
        .map((signs) => signs.join('')),
    )

const grouped = (text: string, sizes: number[], separator: string): string => {
  const groups: string[] = []
  let at = 0
  for (const size of sizes) {
    groups.push(text.slice(at, at + size))
    at += size
  }
  if (at < text.length) groups.push(text.slice(at))
  return groups.filter(Boolean).join(separator)
}

const withLuhn = (body: string): string =>
  [...'0123456789'].map((check) => body + check).find((number) => isLuhn(number)) ?? ''

export const card = fc
  .tuple(
    fc.constantFrom('4', '51', '2221', '34', '37', '6011', '35', '62', '50'),
    digits(18),
    fc.constantFrom(14, 15, 16, 18, 19),
    fc.constantFrom('', ' ', '-'),
  )
  .map(([prefix, rest, length, separator]) => {
    const number = withLuhn((prefix + rest).slice(0, length - 1))
    return separator === '' ? number : grouped(number, length === 15 ? [4, 6, 5] : [4, 4, 4, 4], separator)
  })

export const iban = fc
  .tuple(
    fc.constantFrom(
      ['DE', 18],
      ['GB', 0],
      ['FR', 23],
      ['ES', 20],
      ['PL', 24],
      ['NL', 0],
      ['BE', 12],
      ['IT', 0],
      ['CH', 17],
      ['SE', 20],
    ),
    digits(24),
    letters(4),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([[country, length], number, bank, hasSpaces, isLower]) => {
    const body =
      country === 'GB'
        ? bank + number.slice(0, 14)
        : country === 'NL'
          ? bank + number.slice(0, 10)
          : country === 'IT'
            ? bank[0] + number.slice(0, 22)
            : number.slice(0, Number(length))
    const numeric = `${body}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
    const whole = country + String(98 - remainder(numeric, 97)).padStart(2, '0') + body
    const text = hasSpaces ? (whole.match(/.{1,4}/g) ?? []).join(' ') : whole
    return isLower ? text.toLowerCase() : text
  })

export const email = fc
  .tuple(
    fc.constantFrom(
      'john',
      'maria.garcia',
      'j_smith',
      'müller',
      'a',
      'first.last+shop',
      'o%27neil',
      'wang-xiaoming',
      'user2024',
    ),
    fc.stringMatching(/^[a-z0-9]{0,6}$/),
    fc.constantFrom(
      'example.com',
      'mail.example.co.uk',
      'gmail.com',
      'web.de',
      'qq.com',
      'exämple.de',
      'xn--exmple-cua.com',
      'a.b.museum',
    ),
  )
  .map(([local, more, domain]) => `${local}${more}@${domain}`)

/** National and international telephone numbers, by country. */
export const phones: Record<string, fc.Arbitrary<string>> = {
  us: fill(
    '(NXX) NXX-XXXX',
    'NXX-NXX-XXXX',
    'NXX.NXX.XXXX',
    '+1 NXX NXX XXXX',
    '+1NXXNXXXXXX',
    '1-NXX-NXX-XXXX',
    'NXXNXXXXXX',
    'NXX NXX XXXX',
  ),
  uk: fill(
    '020 7XXX XXXX',
    '07XXX XXXXXX',
    '0161 XXX XXXX',
    '+44 20 7XXX XXXX',
    '+447XXXXXXXXX',
    '(020) 7XXX XXXX',
    '01632 960XXX',
    '07XXXXXXXXX',
  ),
  de: fill(
    '030 PXXXXXX',
    '0171 PXXXXXX',
    '+49 30 PXXXXXXX',
    '+49 (0)30 PXXXXXXX',
    '0171/PXXXXXX',
    '089-PXXXXXXX',
    '(030) PXXXXXXX',
    '0171PXXXXXX',
  ),
  fr: fill('06 XX XX XX XX', '01.XX.XX.XX.XX', '+33 6 XX XX XX XX', '06XXXXXXXX', '+336XXXXXXXX', '06-XX-XX-XX-XX'),
  es: fill('6XX XXX XXX', '6XX XX XX XX', '+34 6XX XXX XXX', '91X XX XX XX', '+346XXXXXXXX'),
  it: fill('347 PXX XXXX', '06 PXXX XXXX', '+39 347 PXX XXXX', '02 PXXXXXXX', '347 PXXXXXX'),
  pl: fill('5XX XXX XXX', '+48 5XX XXX XXX', '22 PXX XX XX', '5XX-XXX-XXX'),
  nl: fill('06 PXXXXXXX', '020 PXX XXXX', '+31 6 PXXXXXXX', '06-PXXXXXXX', '06PXXXXXXX'),
  cn: fill('138 XXXX XXXX', '138XXXXXXXX', '+86 138 XXXX XXXX', '010-PXXXXXXX', '0755 PXXXXXXX', '139-XXXX-XXXX'),
  jp: fill('03-PXXX-XXXX', '090-PXXX-XXXX', '+81 3 PXXX XXXX', '0120-XXX-XXX'),
  kr: fill('010-PXXX-XXXX', '02-PXX-XXXX', '+82 10-PXXX-XXXX'),
  br: fill('(11) 9XXXX-XXXX', '(21) 3XXX-XXXX', '+55 11 9XXXX-XXXX', '11 9XXXX-XXXX'),
  in: fill('+91 98XXX XXXXX', '98XXX XXXXX', '98XXX-XXXXX', '+9198XXXXXXXX', '098XXXXXXXX'),
  ru: fill('+7 912 XXX-XX-XX', '8 (912) XXX-XX-XX', '8 912 XXX XX XX', '+7 (495) XXX-XX-XX'),
  au: fill('0412 XXX XXX', '(02) 9PXX XXXX', '+61 412 XXX XXX', '1300 XXX XXX'),
  mx: fill('+52 55 PXXX XXXX', '55 PXXX XXXX'),
  ch: fill('044 PXX XX XX', '+41 44 PXX XX XX', '079 PXX XX XX'),
  se: fill('070-PXX XX XX', '+46 70 PXX XX XX', '08-PXX XXX XX'),
}

const day = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, '0'))
const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'))
const year = fc.integer({ min: 1940, max: 2009 }).map(String)

const steuerId = fc
  .tuple(fc.shuffledSubarray([...'0123456789'], { minLength: 9, maxLength: 9 }), fc.nat(8), fc.nat(9))
  .filter(([chosen]) => chosen[0] !== '0')
  .map(([chosen, twice, at]) => {
    const ten = [...chosen]
    ten.splice(Math.max(1, at), 0, chosen[twice] ?? '')
    let product = 10
    for (const digit of ten) product = (((Number(digit) + product) % 10 || 10) * 2) % 11
    return ten.join('') + String((11 - product) % 10)
  })

const codiceFiscale = fc
  .tuple(letters(6), digits(2), letters(1, 'ABCDEHLMPRST'), day, letters(1), digits(3))
  .map((parts) => {
    const body = parts.join('')
    const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
    let sum = 0
    for (let i = 0; i < 15; i++) {
      const code = body.charCodeAt(i)
      const value = code < 58 ? code - 48 : code - 65
      sum += i % 2 === 0 ? (odd[value] ?? 0) : value
    }
    return body + String.fromCharCode(65 + (sum % 26))
  })

const cpf = digits(9)
  .filter((body) => new Set(body).size > 1)
  .chain((body) => {
    const check = (text: string): string =>
      String(
        ((weighted(
          text,
          Array.from({ length: text.length }, (_, i) => text.length + 1 - i),
        ) *
          10) %
          11) %
          10,
      )
    const first = body + check(body)
    const whole = first + check(first)
    return fc.constantFrom(whole, `${whole.slice(0, 3)}.${whole.slice(3, 6)}.${whole.slice(6, 9)}-${whole.slice(9)}`)
  })

const chineseId = fc.tuple(fill('11XXXX'), year, month, day, digits(3)).map((parts) => {
  const body = parts.join('')
  return body + '10X98765432'[weighted(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11]
})

/** National identity numbers that their own shape and check digits give away, by country. */
export const nationalIds: Record<string, fc.Arbitrary<string>> = {
  us: fc
    .tuple(
      fc.integer({ min: 1, max: 899 }).filter((area) => area !== 666),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 9999 }),
    )
    .map(([a, b, c]) => `${String(a).padStart(3, '0')}-${String(b).padStart(2, '0')}-${String(c).padStart(4, '0')}`),
  uk: fc
    .tuple(
      fc.constantFrom('AB', 'CE', 'JG', 'QQ', 'SH', 'WM').filter((prefix) => prefix !== 'QQ'),
      digits(6),
      letters(1, 'ABCD'),
      fc.boolean(),
    )
    .map(([prefix, number, suffix, spaced]) =>
      spaced ? `${prefix} ${number.match(/../g)?.join(' ')} ${suffix}` : prefix + number + suffix,
    ),
  es: fc.tuple(fc.constantFrom('', 'X', 'Y', 'Z'), digits(8)).map(([prefix, number]) => {
    const body = prefix === '' ? number : prefix + number.slice(1)
    return (
      body + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(body.replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))) % 23]
    )
  }),
  de: steuerId,
  fr: fc
    .tuple(fc.constantFrom('1', '2'), digits(2), month, fill('1X', '2X'), digits(6), fc.boolean())
    .map(([sex, yy, mm, dd, rest, spaced]) => {
      const body = sex + yy + mm + dd + rest
      const whole = body + String(97 - remainder(body, 97)).padStart(2, '0')
      return spaced ? grouped(whole, [1, 2, 2, 2, 3, 3, 2], ' ') : whole
    }),
  it: codiceFiscale,
  cn: chineseId,
  br: cpf,
  pl: fc.tuple(digits(2), month, day, digits(4)).map((parts) => {
    const body = parts.join('')
    return body + String((10 - (weighted(body, [1, 3, 7, 9]) % 10)) % 10)
  }),
  se: fc.tuple(digits(2), month, day, digits(3)).map(([yy, mm, dd, rest]) => {
    const whole = withLuhn(yy + mm + dd + rest)
    return `${whole.slice(0, 6)}-${whole.slice(6)}`
  }),
  kr: fc
    .tuple(digits(2), month, day, fill('1XXXXXX', '2XXXXXX'))
    .map(([yy, mm, dd, rest]) => `${yy}${mm}${dd}-${rest}`),
  cz: fc
    .tuple(digits(2), fc.constantFrom('01', '12', '51', '62'), day, digits(3))
    .map((parts) => {
      const body = parts.join('')
      // The one check digit with which the whole is a multiple of eleven, where there is one.
      return [...'0123456789'].map((check) => body + check).find((whole) => remainder(whole, 11) === 0) ?? ''
    })
    .filter((whole) => whole !== '')
    .map((whole) => `${whole.slice(0, 6)}/${whole.slice(6)}`),
  ro: fc.tuple(fc.constantFrom('1', '2', '5', '6'), digits(2), month, day, digits(5)).map((parts) => {
    const body = parts.join('')
    return body + String((weighted(body, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) % 10)
  }),
  za: fc.tuple(digits(2), month, day, digits(4), fc.constantFrom('08', '18')).map((parts) => withLuhn(parts.join(''))),
  sg: fc.tuple(fc.constantFrom('S', 'T', 'F', 'G'), digits(7)).map(([series, number]) => {
    const sum = weighted(number, [2, 7, 6, 5, 4, 3, 2]) + (series === 'T' || series === 'G' ? 4 : 0)
    return series + number + (series === 'S' || series === 'T' ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11]
  }),
  tw: fc.tuple(letters(1, 'ABCDEFGH'), fc.constantFrom('1', '2'), digits(7)).map(([letter, sex, number]) => {
    const value = letter.charCodeAt(0) - 55
    const sum = Math.floor(value / 10) + (value % 10) * 9 + weighted(sex + number, [8, 7, 6, 5, 4, 3, 2, 1])
    return letter + sex + number + String((10 - (sum % 10)) % 10)
  }),
  ae: fc.tuple(year, digits(7), digits(1)).map((parts) => `784-${parts.join('-')}`),
  my: fc
    .tuple(digits(2), month, day, fc.constantFrom('01', '14', '59'), digits(4))
    .map(([yy, mm, dd, place, rest]) => `${yy}${mm}${dd}-${place}-${rest}`),
}

/** An address in base64, as links hand it on. */
export const encodedEmail = fc
  .tuple(letters(6, 'abcdefgh'), letters(5, 'ijklmnop'), fc.boolean())
  .map(([name, host, isUrl]) => {
    const whole = btoa(`${name}@${host}.example`)
    return isUrl ? whole.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') : whole
  })

/** A greeting in languages met less often, and a name. */
export const greeted = fc
  .tuple(
    fc.constantFrom(
      'Γεια σου, ',
      'Ahoj, ',
      'Szia, ',
      'Bună, ',
      'Terve, ',
      'Goddag, ',
      'Xin chào, ',
      'Halo, ',
      'Вітаємо, ',
      'Здравей, ',
      'Hey there, ',
      'Hoş geldin, ',
    ),
    letters(1),
    letters(6, 'aeioulnmrst'),
  )
  .map(([greeting, first, rest]) => `${greeting}${first}${rest}!`)

/** After a word for birth, in several countries' order. */
export const birthDate = fc
  .tuple(
    fc.constantFrom(
      'Date of birth: ',
      'DOB: ',
      'Geburtsdatum: ',
      'Fecha de nacimiento: ',
      'Date de naissance: ',
      'Data di nascita: ',
      'Birthday: ',
    ),
    fc.constantFrom('/', '.', '-'),
    day,
    month,
    year,
    fc.boolean(),
  )
  .map(
    ([label, separator, dd, mm, yyyy, isYearFirst]) =>
      label + (isYearFirst ? [yyyy, mm, dd] : [dd, mm, yyyy]).join(separator),
  )

export const labelledOrder = fc
  .tuple(
    fc.constantFrom(
      'Order number: ',
      'Order No.: ',
      'Bestellnummer: ',
      'Número de pedido: ',
      'N° de commande : ',
      'Invoice number: ',
      'Kundennummer: ',
    ),
    fill('XXXXXXXX', 'PXXX-XXXXX', 'A-PXXXXXX', 'PXXXXX'),
  )
  .map((parts) => parts.join(''))

export const oneTimeCode = fc
  .tuple(
    fc.constantFrom(
      'Your verification code is: ',
      'Security code: ',
      'Bestätigungscode: ',
      'Código de verificación: ',
      '验证码: ',
    ),
    fill('XXXXXX', 'XXX XXX', 'XXXXXXXX'),
  )
  .map((parts) => parts.join(''))

const house = fc.integer({ min: 10, max: 9999 }).map(String)

/** Street lines with their town. */
export const addresses = {
  us: fc
    .tuple(
      house,
      fc.constantFrom('Maple', 'Old Mill', 'Washington', 'N 5th', 'Jefferson'),
      fc.constantFrom('Street', 'St', 'Ave', 'Road', 'Blvd', 'Lane'),
      fc.constantFrom('Springfield, IL', 'Bend, OR', 'Austin, TX'),
      digits(5),
    )
    .map(([number, name, kind, town, zip]) => `${number} ${name} ${kind}, ${town} ${zip}`),
  de: fc
    .tuple(
      fc.constantFrom('Lindenstraße', 'Hauptstr.', 'Am Markt', 'Goetheplatz', 'Rosenweg', 'Unter den Eichen'),
      fc.integer({ min: 1, max: 299 }).map(String),
      fill('PXXXX'),
      fc.constantFrom('Berlin', 'Hamburg', 'Bad Homburg', 'München'),
    )
    .map(([street, number, zip, town]) => `${street} ${number}, ${zip} ${town}`),
}

export const postcodeUk = fill('SWX XAB', 'SEX XJQ', 'EX XBB', 'MX XAE', 'LSX XDA', 'BX XHQ')

export const order = fill('11X-XXXXXXX-XXXXXXX', '701-XXXXXXX-XXXXXXX', '302-XXXXXXX-XXXXXXX', 'D01-XXXXXXX-XXXXXXX')

export const tracking = fc.oneof(
  fc.tuple(letters(6, '0123456789ABCDEFGHJKLMNPRSTVWXYZ'), digits(10)).map(([account, rest]) => `1Z${account}${rest}`),
  fc
    .tuple(fc.constantFrom('RR', 'LZ', 'EA', 'CP'), digits(8), fc.constantFrom('US', 'DE', 'CN', 'GB'))
    .map(([kind, number, country]) => {
      const rest = 11 - (weighted(number, [8, 6, 4, 2, 3, 5, 9, 7]) % 11)
      return `${kind}${number}${rest === 10 ? 0 : rest === 11 ? 5 : rest}${country}`
    }),
  fill('9400 1XXX XXXX XXXX XXXX XX', 'TBAXXXXXXXXXXXX'),
)

const octet = fc.integer({ min: 0, max: 255 })
export const ip = fc.oneof(
  fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
    .map((parts) => parts.map((part) => part.toString(16)).join(':'))
    .filter((text) => /\d/.test(text)),
)

export const geo = fc
  .tuple(
    fc.double({ min: -89, max: 89, noNaN: true }),
    fc.double({ min: -179, max: 179, noNaN: true }),
    fc.integer({ min: 4, max: 7 }),
    fc.constantFrom(', ', ',', ' '),
  )
  .map(
    ([latitude, longitude, decimals, separator]) =>
      `${latitude.toFixed(decimals)}${separator}${longitude.toFixed(decimals)}`,
  )

/** Shop text for a planted value to stand in; `@@` is where. */
export const sentences = fc.constantFrom(
  '@@',
  'Call @@ for help',
  'Women’s Red Shoes, Size 8 – @@',
  '$19.99 (1,234 ratings) @@ Add to Cart',
  'Contact: @@.',
  '(@@)',
  'Ship it: @@, please',
  'Your details: @@ | Edit',
  '4.5 out of 5 stars\n@@\nFREE delivery',
  '“@@”',
  'Größe 42, Farbe Rot; @@; Menge: 2',
  '数量：2，@@。',
  'Name/@@/Other',
  'a, @@, b',
  'See @@! Now.',
)
