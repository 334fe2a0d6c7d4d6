import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { makeScrubbers } from '../privacy/makeScrubbers.ts'
import { isProductNumber } from '../privacy/rules/isProductNumber.ts'
import { BRAND_NAMES, FIRST_NAMES } from './firstNames.ts'

/** Something that a stricter look finds in data that was scrubbed. */
export interface Find {
  /**
   * `rule`: one of the engine's own rules finds it, so it slipped by. The others are only possible: a reader must judge.
   */
  kind: 'rule' | 'phone' | 'name' | 'number' | 'at_sign'
  /** Which rule, or in which countries the number would be one. */
  why: string
  /** The place, with what was found replaced by its shape. */
  snippet: string
}

const AROUND = 24

/** Letters as `x`, digits as `9`, never more than eight in a row: what it looked like, not what it was nor how long. */
const mask = (value: string): string =>
  value
    .replace(/\p{L}+/gu, (run) =>
      run.length > 8 ? 'xxxxxxxx…' : 'x'.repeat(Math.min(8, Math.ceil(run.length / 4) * 4)),
    )
    .replace(/\d+/g, (run) => (run.length > 8 ? '99999999…' : '9'.repeat(Math.ceil(run.length / 4) * 4)))

/** A short word in small letters says what is about; all else could be somebody else's data and is masked too. */
const showWords = (part: string): string =>
  part
    .replace(/\s+/g, ' ')
    .split(' ')
    .map((token) => (/^[a-z]{0,12}[.,:;!?]?$|^\[[a-z_]+\]$/.test(token) ? token : mask(token)))
    .join(' ')

/** What was found by its shape, between the words around it; words that the cut went through are left out. */
function snippetOf(text: string, from: number, to: number): string {
  const start = Math.max(0, from - AROUND)
  const end = Math.min(text.length, to + AROUND)
  const before = text.slice(start, from).replace(start > 0 ? /^\S*/ : /^/, '')
  const after = text.slice(to, end).replace(end < text.length ? /\S*$/ : /$/, '')
  return `${showWords(before)}⟦${mask(text.slice(from, to))}⟧${showWords(after)}`
}

const PHONE = /(?<![\w.,$€£¥#-])(?:\+|\(?0)?\(?\d(?:[ ()./-]{0,2}\d){7,14}(?![\w%]|[.,]\d)/g
const countriesOf = new Map<string, string[]>()

/** Countries in which `value` is a telephone number by Google's library; at most five. */
function phoneCountries(value: string): string[] {
  const known = countriesOf.get(value)
  if (known) return known
  const found: string[] = []
  for (const country of getCountries()) {
    const number = parsePhoneNumberFromString(value, country)
    if (number?.isValid() && number.country === country) found.push(country)
    if (found.length === 5) break
  }
  countriesOf.set(value, found)
  return found
}

/** A number written in groups, as people write telephone numbers; not a date, a list of sizes, or a product's number. */
const isGrouped = (value: string): boolean =>
  (/^[+(0]/.test(value) || (value.match(/[ ./-]/g)?.length ?? 0) > 1) &&
  !/^(?:19|20)\d\d[-/. ]\d\d?[-/. ]\d\d?|^\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d/.test(value)

function* findPhones(text: string): Generator<Find> {
  for (const match of text.matchAll(PHONE)) {
    const [value] = match
    if (!isGrouped(value) || isProductNumber(text, match.index)) continue
    const countries = phoneCountries(value)
    if (countries.length > 0)
      yield {
        kind: 'phone',
        why: countries.join(', '),
        snippet: snippetOf(text, match.index, match.index + value.length),
      }
  }
}

function* findNames(text: string): Generator<Find> {
  for (const match of text.matchAll(/(?<!\p{L})(\p{Lu}[\p{Ll}’']{2,14}) \p{Lu}[\p{L}’'-]{1,20}(?!\p{L})/gu)) {
    const [whole, first = ''] = match
    if (!FIRST_NAMES.test(first) || BRAND_NAMES.test(whole)) continue
    yield {
      kind: 'name',
      why: 'a common first name, then a capital',
      snippet: snippetOf(text, match.index, match.index + whole.length),
    }
  }
}

function* findOthers(text: string): Generator<Find> {
  for (const match of text.matchAll(/[^\s<>"[\]@]{1,64}@[^\s<>"[\]@]{2,64}/g))
    yield {
      kind: 'at_sign',
      why: 'text about an @',
      snippet: snippetOf(text, match.index, match.index + match[0].length),
    }
  for (const match of text.matchAll(/(?<![\w./=-])\d{9,19}(?![\w./-])/g)) {
    if (isProductNumber(text, match.index)) continue
    yield {
      kind: 'number',
      why: 'nine digits or more',
      snippet: snippetOf(text, match.index, match.index + match[0].length),
    }
  }
}

/** Where `scrubbed` first differs from `text`. */
function* findSlipped(text: string, scrubbed: string): Generator<Find> {
  if (scrubbed === text) return
  let from = 0
  while (from < text.length && text[from] === scrubbed[from]) from++
  let back = 0
  while (back < text.length - from && text.at(-1 - back) === scrubbed.at(-1 - back)) back++
  const why = /\[([a-z_]+)\]/.exec(scrubbed.slice(from))?.[1] ?? 'unknown'
  yield { kind: 'rule', why, snippet: snippetOf(text, from, Math.max(from + 1, text.length - back)) }
}

const plain = (text: string): string => text

/**
 * Looks at one text of a dataset more strictly than the engine does: with the engine's own rules once more, with the
 * numbering plans of all countries, with names, long numbers and at signs. `url` is where it was seen.
 */
export function secondScan(text: string, field: string, url: string): Find[] {
  const scrubbers = makeScrubbers(url, plain)
  const leaf = field.slice(field.lastIndexOf('.') + 1)
  const isUrl = leaf === 'url' || leaf === 'to'
  const kind = isUrl ? 'url' : leaf === 'context' ? 'context' : leaf === 'name' ? 'name' : 'text'
  const slipped = [...findSlipped(text, scrubbers[kind](text))]
  // Numbers in addresses and names are those of products; their rules are their own.
  if (kind === 'url' || kind === 'name') return slipped
  const shown = text.replace(/ (?:href|src)="[^"]*"/g, ' ')
  return [...slipped, ...findPhones(shown), ...findNames(shown), ...findOthers(shown)]
}
