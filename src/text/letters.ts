/**
 * Letters of any script, quick to ask for. The engines compile `\p{L}` to tables of hundreds of ranges, once for every
 * pattern that holds it, which costs a page more than all that is then done with it (milliseconds, and tens of them with
 * the flags `iu`). These classes are the other way round, by what is no letter, and leave out the signs of scripts that no
 * shop writes. For patterns without the flag `u`.
 *
 * To be short, ranges are written as the distance from the end of the last one to their first unit, and that to their own end,
 * base 36: `1c-9` at the beginning is 0 to 9, U+0030 to U+0039.
 */

/** Signs of the basic plane: neither letters nor marks nor digits. */
const SIGNS =
  '0-1b b-6 r-5 r-1a 2-6 3 2-2 3 4 o w cr-3 d-d 4f 9 6z 60-5 16-6 1b 2 3 1c-s c-4 23-3 2v 9-1 b k-i gl-1 b 3m-1 71-1 ni g b-1 4m-m z-3 7h-5 lt-8 vg-7 11-a 1km-33 b-4 c-4 i-x 1r-1 2-3 2-1 b 2-2 6-5 t-4 1y-jk 2a-25 n-hh v-vf e9-ec 4-o g 6-1 6-2 2k-1 4 2j 5h-1b h-u c-t 9 g-v b-12 g-8v 535-1r h3l-1i 1at g6b-h 4t-t n-1n 44-g b-6 r-5 r-a 3f-t'
/** Digits, and figures such as ² and ½. */
const DIGITS =
  '1c-9 3d-1 6 3-2 142-9 3r-9 h9-9 3b-9 3b-9 3b-9 6v-9 gx-9 3kn 4-5 7-9 5j-1l k7-1n 27-l hj-t 1o4 q-8 f-2 14uu-9'
/** First halves of symbols of music and of emoji; all other pairs are letters. */
const SYMBOLS = '16pg 8-2'

function inClass(ranges: string): string {
  let at = 0
  return ranges
    .replace(/\w+/g, (distance) => {
      at += Number.parseInt(distance, 36)
      return `\\u${at.toString(16).padStart(4, '0')}`
    })
    .replaceAll(' ', '')
}

const signs = inClass(SIGNS)
const symbols = inClass(SYMBOLS)
const digits = inClass(DIGITS)

/** Source of a class: one letter or mark. */
export const LETTER = `[^${signs}${digits}${symbols}\\udc00-\\udfff]`
/** Source of a class: one letter, mark or digit; of a pair its second half too, so that a run of them holds whole pairs. */
export const WORDY = `[^${signs}${symbols}]`
const noWord = `[${signs}]|[${symbols}][\\udc00-\\udfff]`

// What the content script has no use for is marked pure, to be left out of it.
const separators = new RegExp(`(?:${noWord})+`, 'g')
const noLetters = /* @__PURE__ */ new RegExp(`(?:${noWord}|[${digits}])+`, 'g')
const letter = new RegExp(LETTER)
const wordy = new RegExp(WORDY)
const twoLetters = /* @__PURE__ */ new RegExp(`${LETTER}{2}`)

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
