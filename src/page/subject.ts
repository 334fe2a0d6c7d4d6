import { hasLetter, hasWord } from '../text/letters.ts'
import { hasPrice, isPrice, PRICE } from '../text/price.ts'
import { contentOf } from './contentOf.ts'
import { isDetailsLabel } from './matchWords.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart } from './model.ts'
import { saysWords } from './saysWords.ts'

/** The main thing of an entry: the link that most of it points to, and the title. */
export interface Subject {
  title: string
  /** What tells where the subject's links lead from other places; empty where it has none. */
  place: string
  link: ControlPart | null
  /** Where that link leads. */
  href: string
  /** The title is a heading's or a link's. */
  sure: boolean
}

/** Texts of an entry among which its title is looked for. */
const MOST_TITLES = 4

/** What is said before an amount of money in the same text: `Wool Socks - $12 x 2`. */
function wordsBeforePrice(text: string): string {
  PRICE.lastIndex = 0
  const start = text.length < 200 ? (PRICE.exec(text)?.index ?? 0) : 0
  const before = text.slice(0, start).trim()
  return saysWords(before) ? before : ''
}

/** How well a link's text serves as the title of what it leads to. */
export function titleWeight(link: ControlPart, { said }: Meaning): number {
  if (!hasWord(said) || isDetailsLabel(said)) return 0
  const plain = link.pictured || hasPrice(said) ? 0 : 4
  // Among equals the longer: a badge is short.
  return 1 + (link.heading > 0 ? 8 : 0) + plain + (said.length >= 12 ? 2 : 0) + Math.min(said.length, 60) / 100
}

/** Finds the main thing of an entry; `isLine` tells that it may be one of a cart, said in one text with its price. */
export function findSubject(block: BlockPart, meaningOf: (control: ControlPart) => Meaning, isLine: boolean): Subject {
  const { controls, texts } = contentOf(block.parts)
  const weights = new Map<string, { weight: number; link: ControlPart }>()
  for (const control of controls) {
    const meaning = meaningOf(control)
    const { place } = meaning
    if (place.length < 2 || meaning.concept) continue
    const length = hasPrice(meaning.said) ? 2 : Math.min(meaning.said.length, 120)
    const weight = length + (control.images > 0 ? 20 : 0) + (control.heading > 0 ? 60 : 0)
    const known = weights.get(place)
    if (!known) weights.set(place, { weight, link: control })
    else {
      known.weight += weight
      if (titleWeight(control, meaning) > titleWeight(known.link, meaningOf(known.link))) known.link = control
    }
  }
  let place = ''
  let best: { weight: number; link: ControlPart } | null = null
  for (const [key, entry] of weights) {
    if (!best || entry.weight > best.weight) {
      best = entry
      place = key
    }
  }
  const link = best?.link ?? null
  const heading = texts.find(({ text, heading }) => heading > 0 && heading < 7 && hasLetter(text) && !isPrice(text))
  const linkText = link ? meaningOf(link).said : ''
  const linkSays = isDetailsLabel(linkText) ? '' : linkText
  const told = (link?.heading ? linkSays : heading?.text) || (saysWords(linkSays) ? linkSays : '')
  const title =
    told ||
    texts.find((text) => text.heading === 7 && saysWords(text.text))?.text ||
    texts.find((text) => saysWords(text.text) && !hasPrice(text.text))?.text ||
    (isLine && texts.map((text) => wordsBeforePrice(text.text)).find(Boolean)) ||
    ''
  return { title, place, link, href: link?.href ?? '', sure: told !== '' }
}

/** Where the first text of most entries is the same, their kind or maker, the first that differs is the title. */
export function retitle(blocks: BlockPart[], subjects: Subject[]): void {
  const differ = (titles: string[]): boolean => new Set(titles).size * 10 >= blocks.length * 7
  if (blocks.length < 3 || subjects.some(({ sure }) => sure) || differ(subjects.map(({ title }) => title))) return
  const told = blocks.map((block) =>
    contentOf(block.parts).texts.flatMap(({ text, quiet }) =>
      !quiet && saysWords(text) && !hasPrice(text) ? [text] : [],
    ),
  )
  for (let nth = 0; nth < MOST_TITLES; nth++) {
    const titles = told.map((texts) => texts[nth] ?? '')
    if (!titles.every(Boolean)) return
    if (!differ(titles)) continue
    for (const [index, subject] of subjects.entries()) subject.title = titles[index] as string
    return
  }
}
