import { isAscii, replaceNonLetters } from '../text/letters.ts'
import { memo } from '../text/memo.ts'
import { hasPrice, PRICE } from '../text/price.ts'
import {
  ADD_WORDS,
  CONTAINED_WORDS,
  DETAILS_WORDS,
  FACET_WORDS,
  OPTION_WORDS,
  SECTION_WORDS,
  WHOLE_WORDS,
} from './words.ts'

export type WholeConcept = keyof typeof WHOLE_WORDS
export type ContainedConcept = keyof typeof CONTAINED_WORDS
export type SectionConcept = keyof typeof SECTION_WORDS | 'reviews'
/** A well-known control. */
export type Concept = WholeConcept | ContainedConcept

const LONGEST_CONTROL_TEXT = 80

/** Signs of vowels in Arabic and Hebrew, and what is left over of a Turkish capital in lower case. */
const POINTS = /\u0640|\u0307|[\u0591-\u05c7]|[\u064b-\u065f\u0670]/g
/** Scripts that write no spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** One spelling for letters that are written in several ways. */
const fold = (text: string): string =>
  isAscii(text)
    ? text
    : text
        .normalize('NFC')
        .replace(POINTS, '')
        .replace(/[أإآٱ]/g, 'ا')
        .replace(/[ىی]/g, 'ي')
        .replace(/ک/g, 'ك')
        .replace(/ة/g, 'ه')

/** Lower case, letters only, single spaces: the form in which texts and word lists are compared. */
export const plainWords = (text: string): string => replaceNonLetters(fold(text.toLowerCase()), ' ').trim()

/** What `a {b/c}` stands for: `a b` and `a c`. */
function expand(phrase: string): string[] {
  const [start = '', ...rest] = phrase.split('{')
  let whole = [start]
  for (const piece of rest) {
    const end = piece.indexOf('}')
    const choices = piece.slice(0, end).split('/')
    const after = piece.slice(end + 1)
    const longer: string[] = []
    for (const begun of whole) for (const choice of choices) longer.push(begun + choice + after)
    whole = longer
  }
  return whole.map((text) => text.trim())
}

/** All phrases of one concept. */
function phrasesOf(lists: Record<string, string>): string[] {
  const phrases: string[] = []
  for (const language in lists) {
    for (const phrase of (lists[language] as string).split('|')) {
      for (const text of phrase.includes('{') ? expand(phrase) : [phrase]) phrases.push(fold(text))
    }
  }
  return phrases
}

function wholeMap<Key extends string>(table: Record<Key, Record<string, string>>): Map<string, Key> {
  const map = new Map<string, Key>()
  for (const concept of Object.keys(table) as Key[]) {
    for (const phrase of phrasesOf(table[concept])) if (!map.has(phrase)) map.set(phrase, concept)
  }
  return map
}

interface Phrase {
  text: string
  concept: ContainedConcept
  rank: number
}

/** Contained phrases by their first word, and those of scripts that write no spaces. */
function containedIndex(): { byWord: Map<string, Phrase[]>; unspaced: Phrase[] } {
  const byWord = new Map<string, Phrase[]>()
  const unspaced: Phrase[] = []
  for (const [rank, concept] of (Object.keys(CONTAINED_WORDS) as ContainedConcept[]).entries()) {
    for (const text of phrasesOf(CONTAINED_WORDS[concept])) {
      const phrase = { text, concept, rank }
      if (UNSPACED.test(text)) unspaced.push(phrase)
      else {
        const space = text.indexOf(' ')
        const first = space < 0 ? text : text.slice(0, space)
        const known = byWord.get(first)
        if (known) known.push(phrase)
        else byWord.set(first, [phrase])
      }
    }
  }
  return { byWord, unspaced }
}

const whole = wholeMap<WholeConcept>(WHOLE_WORDS)
const sections = wholeMap<keyof typeof SECTION_WORDS>(SECTION_WORDS)
const contained = containedIndex()
const options = new Set(phrasesOf(OPTION_WORDS))
const facets = new Set(phrasesOf(FACET_WORDS))
const details = new Set(phrasesOf(DETAILS_WORDS))
const adds = new Set(phrasesOf(ADD_WORDS))

function matchContained(text: string): ContainedConcept | null {
  let best: Phrase | null = null
  const { byWord, unspaced } = contained
  for (let start = 0; start >= 0 && start < text.length; ) {
    const space = text.indexOf(' ', start)
    const word = space < 0 ? text.slice(start) : text.slice(start, space)
    for (const phrase of byWord.get(word) ?? []) {
      const end = start + phrase.text.length
      if (
        (best === null || phrase.rank < best.rank) &&
        text.startsWith(phrase.text, start) &&
        (end === text.length || text[end] === ' ')
      ) {
        best = phrase
      }
    }
    start = space < 0 ? -1 : space + 1
  }
  if (UNSPACED.test(text)) {
    const joined = text.replaceAll(' ', '')
    for (const phrase of unspaced) {
      if ((best === null || phrase.rank < best.rank) && joined.includes(phrase.text.replaceAll(' ', ''))) best = phrase
    }
  }
  return best?.concept ?? null
}

/** The well-known control that a text names, in any of the languages of the word lists, or null. */
export const matchControl = memo(findControl, 5000)

function findControl(text: string): Concept | null {
  if (text.length > LONGEST_CONTROL_TEXT * 2) return null
  const trimmed = text.trim()
  if (/^[›»>→❯]+$/.test(trimmed)) return 'next'
  if (/^[‹«<←❮]+$/.test(trimmed)) return 'previous'
  if (/^[+＋➕]$/.test(trimmed)) return 'increase_quantity'
  if (/^[-−–—－➖]$/.test(trimmed)) return 'decrease_quantity'
  // Stars, or an average with a count: `4.3 (1,204)`.
  if (/^[★☆⭐]{3}|^★?\s?[0-5][.,]\d\d?\s?[(（]\d[^)）]{0,9}[)）]$/.test(trimmed)) return 'rating'
  const plain = plainWords(hasPrice(text) ? text.replace(PRICE, ' ') : text)
  if (!plain) return null
  const applied = whole.get(plain) ?? conceptApplied(trimmed, plain)
  return applied ?? (plain.length > LONGEST_CONTROL_TEXT ? null : matchContained(plain))
}

/** What a control does to a thing that it names as well: `Remove: Wool Socks`, `Increase quantity for Wool Socks`. */
function conceptApplied(text: string, plain: string): Concept | null {
  const colon = text.search(/[:：]/)
  if (colon > 0) return whole.get(plainWords(text.slice(0, colon))) ?? null
  const [first = '', second = ''] = plain.split(' ', 2)
  // `Quantity for Wool Socks`, `Menge von …`.
  if (second.length < 5 && second.length > 1 && whole.get(first) === 'quantity') return 'quantity'
  if (whole.get(first) === 'remove' && !/filter|wish|coupon/.test(plain) && matchContained(plain) !== 'clear_filters')
    return 'remove'
  const step = whole.get(`${first} ${second}`)
  if (step === 'increase_quantity' || step === 'decrease_quantity') return step
  return whole.get(plain.slice(plain.lastIndexOf(' ') + 1)) === 'remove' ? 'remove' : null
}

/** The kind of section that a label, heading or id names as a whole, or null. */
export function matchSection(text: string): SectionConcept | null {
  if (text.length > LONGEST_CONTROL_TEXT) return null
  const plain = plainWords(text)
  if (!plain) return null
  const section = sections.get(plain)
  if (section) return section
  if (whole.get(plain) === 'view_cart') return 'mini_cart'
  return plain.split(' ').length < 4 && matchContained(plain) === 'view_reviews' ? 'reviews' : null
}

const isAmong = (labels: ReadonlySet<string>, text: string): boolean => {
  if (text.length > LONGEST_CONTROL_TEXT) return false
  const head = plainWords(text.split(/[:：]/, 1)[0] as string)
  return head.split(' ').some((word) => labels.has(word)) || labels.has(head)
}

/** True where a label says what can be chosen about a product, such as `Colour:`. */
export const isOptionLabel = (text: string): boolean => isAmong(options, text)

/** True where a label says what a list of products is narrowed down by, such as `Brand`. */
export const isFacetLabel = (text: string): boolean => isAmong(facets, text)

/** True where a link or button says no more than that it opens what it stands on: `View details`. */
export const isDetailsLabel = (text: string): boolean =>
  text.length <= LONGEST_CONTROL_TEXT && details.has(plainWords(text))

/** True where a button says no more than that it adds something. */
export const isAddLabel = (text: string): boolean => text.length <= LONGEST_CONTROL_TEXT && adds.has(plainWords(text))
