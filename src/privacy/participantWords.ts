/** A text in plain letters, with the place in the original of each of its characters. */
interface PlainText {
  plain: string
  places: number[]
}

const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
}

/** Stands where a capital letter begins a new word inside a run of letters, as in `AnnaMueller`. */
const JOINT = '\u200b'

/** Lower case, without accents, ligatures spelt out; with `JOINT`s where they are asked for. */
function toPlain(text: string, withJoints = false): PlainText {
  let plain = ''
  const places: number[] = []
  let at = 0
  let wasLower = false
  for (const character of text) {
    const lower = character.toLowerCase()
    if (withJoints && wasLower && lower !== character) {
      plain += JOINT
      places.push(at)
    }
    wasLower = lower === character && lower !== character.toUpperCase()
    const base = LETTERS[lower] ?? lower.normalize('NFKD').replace(/\p{M}/gu, '')
    for (let i = 0; i < base.length; i++) places.push(at)
    plain += base
    at += character.length
  }
  places.push(at)
  return { plain, places }
}

const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Between the parts of a word anything that is written instead of a space, or nothing. */
const GAP = "(?:%20|[\\s\\-_.·'’+,\u200b]){0,3}"

/** Endings that a name takes in the languages of studies so far: genitives, plurals, Slavic and Finnish cases. */
const ENDING =
  "(?:['’]?(?:s|es|en|n|e|in|a|y|i|u|em|om|owi|ie|ii|ova|ovi|nin|nun|yi|ya|ye|da|de|dan|den|lla|lle|ta|а|у|е|ы|и|ом|ой))?"

/** Russian and its neighbours change the last letter itself: Анна, Анны, Анной. */
const CYRILLIC_END = '(?:а|я|ы|и|е|у|ю|ой|ей|ою|ею)'

/** Source of a pattern for one of the participant's words, or null where it is too short. */
function toPattern(word: string): string | null {
  const parts = toPlain(word).plain.match(/[\p{L}\p{N}]+/gu)
  if (!parts || /^[a-z]?$/.test(parts.join(''))) return null
  const isLatin = parts.every((part) => /^[a-z\d]+$/.test(part))
  const body = parts
    .map((part) =>
      /^\d+$/.test(part)
        ? [...part].join('[\\s\\-_.()/]{0,2}')
        : isLatin
          ? quote(part).replace(/[aou]e?/g, (vowel) => `${vowel[0]}e?`)
          : quote(part).replace(/(?<=[а-яєіїґ]{2})[ая]$/, CYRILLIC_END),
    )
    .join(GAP)
  const hasSpaces = parts.every(
    (part) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(part),
  )
  if (!hasSpaces) return body
  const isNumber = parts.every((part) => /^\d+$/.test(part))
  return isNumber ? `(?<!\\d)${body}(?!\\d)` : `(?<!\\p{L})${body}${ENDING}(?!\\p{L})`
}

const BLANK = /\[[a-z_]{2,20}\]/g

type Range = readonly [from: number, to: number]

/** Where `pattern` finds words in `text`, blanks left out; in order, without overlap. */
function findWords(text: string, pattern: RegExp): Range[] {
  const open = text.replace(BLANK, (blank) => '['.repeat(blank.length))
  const found: Range[] = []
  for (const withJoints of [false, true]) {
    const { plain, places } = toPlain(open, withJoints)
    for (const match of plain.matchAll(pattern)) {
      const from = places[match.index] ?? 0
      const to = places[match.index + match[0].length] ?? text.length
      if (to > from) found.push([from, to])
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let end = 0
  return found.filter(([from, to]) => {
    const isFree = from >= end
    if (isFree) end = to
    return isFree
  })
}

/**
 * Makes the function that removes a participant's own words everywhere, whatever their case, accents, separators or
 * ending: "Müller" is also MUELLER, muller's and anna_mueller. Each becomes `[word]`. Idempotent; blanks that are
 * there already stay. Words of one letter or none are ignored.
 */
export function makeWordScrubber(words: readonly string[]): (text: string) => string {
  const patterns = words.flatMap((word) => toPattern(word) ?? []).sort((a, b) => b.length - a.length)
  if (patterns.length === 0) return (text) => text
  const pattern = new RegExp(patterns.join('|'), 'gu')
  return (text) => {
    for (let current = text; ; ) {
      const found = findWords(current, pattern)
      if (found.length === 0) return current
      let next = ''
      let end = 0
      for (const [from, to] of found) {
        next += `${current.slice(end, from)}[word]`
        end = to
      }
      current = next + current.slice(end)
    }
  }
}
