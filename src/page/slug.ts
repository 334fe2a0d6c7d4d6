import { isAscii, replaceSigns } from '../text/letters.ts'

const LONGEST = 40

/** Cuts at the last `_` that leaves at most `longest` characters; a single longer word is cut inside. */
function cut(slug: string, longest: number): string {
  if (slug.length <= longest) return slug
  const edge = slug.lastIndexOf('_', longest)
  const end = edge > longest / 3 ? edge : longest
  return slug.slice(0, end).replace(/[\ud800-\udbff]$/, '')
}

/**
 * A readable name out of a text: lower case, letters and digits of any script, joined by `_`, at most `longest`
 * UTF-16 units, cut at a word. Empty where the text has neither letters nor digits.
 */
export function slug(text: string, longest = LONGEST): string {
  const head = text
    .slice(0, longest * 4)
    .toLowerCase()
    .replace(/['’`´]/g, '')
  const joined = replaceSigns(isAscii(head) ? head : head.normalize('NFC'), '_')
  const start = joined.startsWith('_') ? 1 : 0
  return cut(joined.endsWith('_') ? joined.slice(start, -1) : joined.slice(start), longest)
}

const PRICE =
  /(?:[$€£¥₹₽₩₺₪฿]|\b(?:usd|eur|gbp|us|rs)\b)\s?\d[\d.,' ]*|\d[\d.,' ]*\s?(?:[$€£¥₹₽₩₺₪฿]|(?:usd|eur|gbp|chf|kr|sek|nok|dkk|zł|pln|kč|czk|руб|р|грн|ft|lei|tl|円|元|원)(?![a-zà-ɏа-я]))/gi

/** True where the text holds an amount of money. */
export function hasPrice(text: string): boolean {
  PRICE.lastIndex = 0
  return text.length < 400 && /\d/.test(text) && PRICE.test(text)
}

/** Leaves out what changes while the thing stays the same: prices, counts in brackets, clock times, percentages. */
export function withoutNumbers(text: string): string {
  if (!/\d/.test(text)) return text
  return text
    .replace(/[([][\d.,\s+kK]+[)\]]/g, ' ')
    .replace(PRICE, ' ')
    .replace(/\b\d{1,2}(:\d{2}){1,2}\b|\b\d{1,3}(?:[.,]\d{3})+\b\+?|-?\d+\s?%/g, ' ')
    .trim()
}
