/**
 * Letters of any script, quick to ask for. The engines compile `\p{L}` to tables of hundreds of ranges, once for every
 * pattern that holds it, which costs a page more than all that is then done with it (milliseconds, and tens of them with
 * the flags `iu`). These classes are the other way round, by what is no letter, and leave out the signs of scripts that no
 * shop writes. For patterns without the flag `u`.
 */

/** Signs of the basic plane, by code point: neither letters nor marks nor digits. */
const SIGNS =
  '0-2f 3a-40 5b-60 7b-a9 ab-b1 b4 b6-b8 bb bf d7 f7 2c2-2c5 2d2-2df 37e 387 482 55a-55f 589-58f 5be 5c0 5c3 5f3-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 6fd-70f 964-965 970 9f2-9f3 af0-af1 e3f e4f e5a-e5b f01-f17 f3a-f3d 104a-104f 1360-1368 17d4-17db 1800-180a 2000-206f 207a-207e 208a-208e 20a0-20c1 2100-2101 2103-2106 2108-2109 2114 2116-2118 211e-2123 2140-2144 218a-244a 249c-24e9 2500-2775 2794-2bff 2e00-3004 3008-3020 3030 3036-3037 303d-303f 309b-309c 30a0 30fb 31c0-31ef 3200-321e 322a-3247 3250 3260-327f 328a-32b0 32c0-33ff 4dc0-4dff a490-a4c6 ab5b fd3e-fd4f fdfc-fe19 fe30-fe6b feff-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-fffd'
/** Digits, and figures such as ² and ½. */
const DIGITS =
  '30-39 b2-b3 b9 bc-be 660-669 6f0-6f9 966-96f 9e6-9ef a66-a6f ae6-aef be6-bef e50-e59 2070 2074-2079 2080-2089 2150-2189 2460-249b 24ea-24ff 2776-2793 3007 3021-3029 3038-303a ff10-ff19'
/** First halves of symbols of music and of emoji; all other pairs are letters. */
const SYMBOLS = 'd834 d83c-d83e'

const inClass = (ranges: string): string =>
  ranges.replace(/[0-9a-f]+/g, (code) => `\\u${code.padStart(4, '0')}`).replaceAll(' ', '')

const signs = inClass(SIGNS)
const symbols = inClass(SYMBOLS)
const digits = inClass(DIGITS)

/** Source of a class: one letter or mark. */
export const LETTER = `[^${signs}${digits}${symbols}\\udc00-\\udfff]`
/** Source of a class: one letter, mark or digit; of a pair its second half too, so that a run of them holds whole pairs. */
export const WORDY = `[^${signs}${symbols}]`
const noWord = `[${signs}]|[${symbols}][\\udc00-\\udfff]`

const separators = new RegExp(`(?:${noWord})+`, 'g')
const noLetters = new RegExp(`(?:${noWord}|[${digits}])+`, 'g')
const letter = new RegExp(LETTER)
const wordy = new RegExp(WORDY)
const twoLetters = new RegExp(`${LETTER}{2}`)

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself
const ASCII = /^[\x00-\x7f]*$/

/** True where a text has nothing but ASCII. */
export const isAscii = (text: string): boolean => ASCII.test(text)

/** Puts `by` in place of every run of what is neither letter, mark nor digit. */
export const replaceSigns = (text: string, by: string): string =>
  text.replace(ASCII.test(text) ? /[^A-Za-z0-9]+/g : separators, by)

/** Puts `by` in place of every run of what is neither letter nor mark. */
export const replaceNonLetters = (text: string, by: string): string =>
  text.replace(ASCII.test(text) ? /[^A-Za-z]+/g : noLetters, by)

/** True where a text holds a letter. */
export const hasLetter = (text: string): boolean => /[A-Za-z]/.test(text) || (!ASCII.test(text) && letter.test(text))

/** True where a text holds two letters in a row. */
export const hasWord = (text: string): boolean =>
  /[A-Za-z]{2}/.test(text) || (!ASCII.test(text) && twoLetters.test(text))

/** True where a UTF-16 unit belongs to a word. */
export const isWordy = (code: number): boolean =>
  code < 128
    ? (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91)
    : wordy.test(String.fromCharCode(code))

/** True where a text begins with a letter that is not lower case: a capital, or one of a script without. */
export function beginsBig(text: string): boolean {
  const [first = ''] = text
  return hasLetter(first) && (first.toLowerCase() !== first || first.toUpperCase() === first)
}

/** Letters and digits of a text in lower case, to compare texts by. */
export const lettersOf = (text: string): string => replaceSigns(text.toLowerCase(), '')
