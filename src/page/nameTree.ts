import { memo } from '../text/memo.ts'
import { hasPrice, isPrice } from '../text/price.ts'
import { withoutBlanks } from '../text/withoutBlanks.ts'
import { wordsOfId } from '../text/wordsOfId.ts'
import { idOfAddress, shortened, shortHash, wordsOfAddress } from './address.ts'
import { contentOf } from './contentOf.ts'
import { type Meaning, slugOfSaid } from './meaning.ts'
import type { BlockPart, ControlPart } from './model.ts'
import type { Placed, Region } from './region.ts'
import { saysWords } from './saysWords.ts'
import { slug, withoutNumbers } from './slug.ts'

/** Region or control with its leaf name. */
type Entry = Placed | Region

const QUALIFIER = 24
/** Texts of a block that may set what is in it apart. */
const MOST_TEXTS = 6
const ENTRIES = new Set<Region['role']>(['product', 'cart_line', 'item', 'review'])

/** What says how many there are: that changes, and tells nothing apart. */
const COUNTING = new Set<Meaning['concept']>(['view_reviews', 'rating', 'view_cart'])

type MeaningOf = (control: ControlPart) => Meaning

const leafOfWords = memo((words) => slug(withoutNumbers(words)) || slug(words), 2000)

/** Leaf name of a region by itself. */
const leafOfRegion = ({ words, role }: Region): string => leafOfWords(words) || role

/** Leaf name of what a control in an entry of a list says beside the entry's title: `Remove Wool Socks` removes. */
function leafBeside(title: string, said: string): string {
  const start = title.length > 3 && said.length > title.length ? said.indexOf(title) : -1
  return start < 0 ? '' : slug(withoutNumbers(said.slice(0, start) + said.slice(start + title.length)))
}

/** Leaf name of a control by itself, in `region`, which may narrow down a list. */
function leafOfControl(placed: Placed, region: Region, filters: boolean, meaningOf: MeaningOf): string {
  if (placed.leaf) return placed.leaf
  const { control } = placed
  const meaning = meaningOf(control)
  // What a choice costs is what it is called.
  if (filters && hasPrice(meaning.said)) return slugOfSaid(control, meaning.said, true)
  if (ENTRIES.has(region.role)) {
    const beside = leafBeside(region.words, meaning.said)
    if (beside) return beside
  }
  // What a card's button costs is no name, nor how many lie in what a button opens: both change.
  if (ENTRIES.has(region.role) && isPrice(meaning.said)) return slug(wordsOfId(control.hints)) || 'price'
  const isCounter = control.loose || region.click === 'nav_bar' || meaning.slug === '0'
  const isCount = isCounter && region.role !== 'options' && /^\d+$/.test(meaning.slug)
  if (meaning.slug && !isCount) return meaning.slug
  return (
    slug(decodeWords(wordsOfAddress(control.href))) ||
    slug(wordsOfId(control.hints)) ||
    (control.href ? `link_${shortened(control.to)}` : meaning.slug || control.role)
  )
}

const decodeWords = (text: string): string => text.replace(/[-_+.]+/g, ' ')

/** Texts that may tell one of several alike controls from the others, the most telling first. None depends on position. */
function* qualifiersOf(entry: Entry, meaningOf: MeaningOf): Generator<string, undefined> {
  if (entry.kind === 'region') {
    const steady = withoutNumbers(entry.words)
    yield slug(steady.slice(slug(steady).length), QUALIFIER)
    yield idOfAddress(entry.href)
    if (entry.block) {
      yield slug(wordsOfId(entry.block.id), QUALIFIER)
      yield headingWithin(entry.block)
    }
    if (entry.place) yield shortHash(entry.place)
    return
  }
  const { control, around } = entry
  const meaning = meaningOf(control)
  const steady = withoutNumbers(meaning.said)
  const counts = COUNTING.has(meaning.concept)
  const rest = entry.leaf ? steady : steady.slice(meaning.slug.length)
  // What stands first in a list to choose from says what is chosen: `Colour`, `All brands`.
  if (control.tag === 'select' && !meaning.said) yield slug(withoutNumbers(control.choices[0]?.text ?? ''), QUALIFIER)
  yield slug(counts ? rest.replace(/\d+/g, ' ') : rest, QUALIFIER)
  for (const block of around.slice(0, 3)) yield nthWords(block, true, 0)
  if (control.href) yield slug(decodeWords(wordsOfAddress(control.href)), QUALIFIER)
  else {
    // What was typed into a field is no name of it.
    const isFixed = control.tag === 'button' || control.role === 'radio' || control.role === 'checkbox'
    yield slug(isFixed ? withoutBlanks(control.fixed || (control.value ?? '')) : '', QUALIFIER)
    yield slug(wordsOfId(control.hints), QUALIFIER)
  }
  if (control.href) {
    yield idOfAddress(control.href)
    yield shortened(control.to)
    return
  }
  // Rows of a table may begin alike: what sets them apart can be their fourth cell.
  for (const block of around.slice(0, 3)) {
    for (let nth = 0; nth < MOST_TEXTS; nth++) yield nthWords(block, false, nth)
  }
  for (const block of around.slice(0, 4)) {
    const text = block.parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'control' ? part.to : ''))
    yield shortHash(text.join(''))
  }
}

/** The nth heading, or the nth text, that stands in a block. */
function nthWords(block: BlockPart, heading: boolean, nth: number): string {
  let before = 0
  for (const part of block.parts) {
    if (part.kind === 'text' && part.heading > 0 === heading && saysWords(part.text) && before++ === nth) {
      return slug(withoutNumbers(part.text), QUALIFIER)
    }
  }
  return ''
}

/** The first heading in a block and what is in it; other texts may be adverts that come and go. */
function headingWithin(block: BlockPart): string {
  const told = contentOf(block.parts).texts.find((text) => text.heading > 0 && saysWords(text.text))
  return told ? slug(withoutNumbers(told.text), QUALIFIER) : ''
}

/** Two links of one text and one address in one region are one. */
function mergeSame(group: Entry[]): Entry[] {
  const byAddress = new Map<string, Placed>()
  return group.filter((entry) => {
    if (entry.kind === 'region' || !entry.control.to) return true
    const known = byAddress.get(entry.control.to)
    if (!known) {
      byAddress.set(entry.control.to, entry)
      return true
    }
    known.same.push(entry.control, ...entry.same)
    return false
  })
}

/** A control keeps its name when what it opens, and is called the same, comes to stand beside it. */
function setRegionsApart(leaf: string, group: Entry[], groups: Map<string, Entry[]>): void {
  const regions = group.filter((entry) => entry.kind === 'region')
  const [first] = regions
  const name = `${leaf}_${first?.role}`
  if (!first || regions.length === group.length || groups.has(name)) return
  groups.set(name, regions)
  group.splice(0, group.length, ...group.filter((entry) => entry.kind !== 'region'))
}

/** Names for entries that share a leaf: every one gets what sets it apart, so that none takes over another's name. */
function distinguish(
  leaf: string,
  group: Entry[],
  meaningOf: MeaningOf,
  taken: Set<string>,
  names: Map<Entry, string>,
): void {
  const open = new Set(group)
  const sources = group.map((entry) => ({ entry, words: qualifiersOf(entry, meaningOf) }))
  for (let more = true; more && open.size > 0; ) {
    more = false
    const counts = new Map<string, number>()
    const level = sources.map(({ entry, words }) => {
      const { value, done } = words.next()
      more ||= !done
      const word = value || ''
      if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
      return { entry, word }
    })
    for (const { entry, word } of level) {
      const name = `${leaf}_${word}`
      if (word && counts.get(word) === 1 && word !== leaf && open.has(entry) && !taken.has(name)) {
        names.set(entry, name)
        taken.add(name)
        open.delete(entry)
      }
    }
  }
  let count = 1
  for (const entry of open) {
    let name = leaf
    while (taken.has(name)) name = `${leaf}_${++count}`
    names.set(entry, name)
    taken.add(name)
  }
}

/**
 * Gives every region and control under `root` a leaf name, unique within its region, and drops second links to the same.
 */
export function nameTree(root: Region, meaningOf: MeaningOf): Map<Entry, string> {
  const names = new Map<Entry, string>()
  const queue: [Region, boolean][] = [[root, false]]
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [region, isFiltered] = next
    const filters = isFiltered || region.role === 'refinements'
    const groups = new Map<string, Entry[]>()
    for (const part of region.parts) {
      if (part.kind === 'text') continue
      const leaf = part.kind === 'region' ? leafOfRegion(part) : leafOfControl(part, region, filters, meaningOf)
      const known = groups.get(leaf)
      if (known) known.push(part)
      else groups.set(leaf, [part])
    }
    for (const [leaf, group] of groups) if (group.length > 1) setRegionsApart(leaf, group, groups)
    const taken = new Set(groups.keys())
    const dropped = new Set<Entry>()
    for (const [leaf, whole] of groups) {
      const group = whole.length > 1 ? mergeSame(whole) : whole
      if (group.length < whole.length) {
        const left = new Set(group)
        for (const entry of whole) if (!left.has(entry)) dropped.add(entry)
      }
      if (group.length === 1) names.set(group[0] as Entry, leaf)
      else {
        taken.delete(leaf)
        distinguish(leaf, group, meaningOf, taken, names)
      }
    }
    if (dropped.size > 0) {
      region.parts = region.parts.flatMap((part) => {
        if (part.kind !== 'placed' || !dropped.has(part)) return [part]
        // What it costs may be said on the second link alone.
        const { text } = part.control
        return hasPrice(text) ? [{ kind: 'text', text, heading: 0, quiet: false, labels: false }] : []
      })
    }
    for (const part of region.parts) if (part.kind === 'region') queue.push([part, filters])
  }
  return names
}
