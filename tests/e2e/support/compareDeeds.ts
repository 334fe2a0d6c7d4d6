import { type ContextElement, parseContext, type StepRow } from '../../../schemas/index.ts'
import type { Deed } from './wander.ts'

/** Well-known controls go by a canonical name, which stands for the words on them. */
const CANONICAL =
  /\.(?:checkout|place_order|add_to_cart|buy_now|view_cart|view_reviews|more_reviews|remove|search_button|search_input|view_product|next_page|previous_page|quantity|increase|decrease)(?:_\d+)?$/

/** Regions that go by a canonical name too. */
const REGIONS =
  /\.(?:nav_bar|footer|breadcrumb|buy_box|cart|mini_cart|reviews|refinements|search_results|pagination|suggestions)(?=\.|$)/g

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** What is to be compared, of the driver's list and of the dataset alike. */
export interface Told {
  type: string
  name: string
  text: string | null
  url: string
  /** Words on the element named, and in its name. */
  read: Set<string>
  /** The same of all other elements that the page had by the dataset. */
  rivals: { name: string; read: Set<string> }[]
}

const wordsOf = (texts: string[]): Set<string> => new Set(words(texts.join(' ').replaceAll(/[._-]/g, ' ')))

const readOn = ({ name, text, attributes }: ContextElement): { name: string; read: Set<string> } => ({
  name,
  read: wordsOf([name, text, ...Object.values(attributes)]),
})

/** What the dataset says was done, in order: steps, and the inputs between them. */
export function toldBy(rows: readonly StepRow[]): Told[] {
  return rows.flatMap((row) => {
    const inputs = row.history.flatMap(({ url, ...action }) => {
      if (action.type !== 'input') return []
      const { type, name, masked } = action
      return [{ type, name, text: masked ? null : action.text, url, read: wordsOf([name]), rivals: [] }]
    })
    const { action, observation, element } = row
    if (action.type === 'terminate') return inputs
    const all = parseContext(observation?.context ?? '').map(readOn)
    const { read = wordsOf([action.name]) } = all.find(({ name }) => name === action.name) ?? {}
    const told = {
      type: action.type,
      name: action.name,
      text: action.type === 'type_and_submit' ? action.text : null,
      url: observation?.url ?? '',
      read: read.union(wordsOf([element?.text ?? ''])),
      rivals: all.filter(({ name }) => name !== action.name),
    }
    return [...inputs, told]
  })
}

const share = (wanted: readonly string[], has: (word: string) => boolean): number =>
  wanted.length === 0 ? 1 : Math.min(1, wanted.filter(has).length / Math.min(wanted.length, 8))

/** A rival must fit that much better, of 2, to be what the wanderer was at: texts are shortened, and scrubbed. */
const BETTER = 0.3

/** True where the named element carries what the wanderer read on its target, and no other fits target and place better. */
function isTarget(told: Told, deed: Deed): boolean {
  const target = words(deed.target)
  const place = wordsOf([deed.target, deed.around])
  // A name that is canonical as a whole says nothing of the shop's words: for what was recorded, in doubt for it.
  const nameShare = (name: string): number => {
    const parts = [...wordsOf([`.${name}`.replace(CANONICAL, '').replaceAll(REGIONS, '')])]
    if (parts.length === 0) return name === told.name ? 1 : 0.5
    return parts.filter((word) => place.has(word)).length / parts.length
  }
  const fit = ({ name, read }: { name: string; read: Set<string> }): number =>
    share(target, (word) => read.has(word)) + nameShare(name)
  const isReadOn = share(target, (word) => told.read.has(word)) >= 0.5 || CANONICAL.test(told.name)
  const isThere = nameShare(told.name) > 0 || place.size === 0
  if (deed.type === 'input') return isThere
  // Of an icon nothing can be read that would tell it from its neighbours.
  if (target.length === 0) return isThere
  const own = fit(told)
  return isReadOn && told.rivals.every((rival) => fit(rival) < own + BETTER)
}

/** True where the scrubbed address is that of `url`, blanks standing for one part of the path. */
function isPage(scrubbed: string, url: string): boolean {
  const parts = (address: string): string[] => (URL.canParse(address) ? new URL(address).pathname.split('/') : [])
  const [kept, real] = [parts(scrubbed), parts(url)]
  return (
    kept.length === real.length &&
    kept.every((part, index) => part === real[index] || /\[[a-z_]+\]/.test(decodeURI(part)))
  )
}

/** What was compared before: damaged lists share most of their entries with the real one. */
const compared = new WeakMap<Told, WeakMap<Deed, boolean>>()

function isSame(told: Told, deed: Deed): boolean {
  const known = compared.get(told) ?? new WeakMap<Deed, boolean>()
  compared.set(told, known)
  const before = known.get(deed)
  if (before !== undefined) return before
  const same =
    told.type === deed.type &&
    (deed.text === null || told.text === null || told.text === deed.text) &&
    (told.url === '' || deed.url === '' || isPage(told.url, deed.url)) &&
    isTarget(told, deed)
  known.set(deed, same)
  return same
}

/** The text that a submission broken off half-way had left in a field of that page: a click on the button then submits it. */
function isLeftOver(told: Told, deeds: readonly Deed[], at: number): boolean {
  if (told.type !== 'type_and_submit' || deeds[at]?.type !== 'click') return false
  for (let i = at - 1; i >= 0 && deeds[i]?.url === deeds[at].url; i--) {
    const deed = deeds[i] as Deed
    if (deed.type === 'type_and_submit') return deed.uncertain === true && isSame(told, deed)
  }
  return false
}

const LITTLE = 0.01

export interface Comparison {
  lost: string[]
  /** Recorded, but not done: a second record of one deed, or an invention. */
  doubled: string[]
  /** Right kind at the right place, but another target, text or page. */
  wrong: string[]
}

const sayDeed = (deed: Deed, at: number): string => `#${at} ${deed.by}: ${deed.type} "${deed.target}" at ${deed.url}`
const sayTold = (told: Told): string => `${told.type} ${told.name} ${told.text ?? ''} at ${told.url}`

/** Holds the driver's list against what the dataset tells, both in order. */
export function compareDeeds(deeds: readonly Deed[], told: readonly Told[]): Comparison {
  const [n, m] = [deeds.length, told.length]
  // Cheapest way to turn one list into the other; a wrong target costs less than a loss and an invention.
  const costs = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
  const cost = (i: number, j: number): number => costs[i]?.[j] ?? 0
  const swap = (i: number, j: number): number => {
    const [deed, one] = [deeds[i], told[j]]
    if (!deed || !one) return 2
    if (isSame(one, deed) || isLeftOver(one, deeds, i)) return 0
    return one.type === deed.type ? 1.5 : 2.5
  }
  // What is uncertain may be missing, or have left a text in another field, at next to no cost.
  const loss = (i: number): number => (deeds[i]?.uncertain ? LITTLE : 1)
  const surplus = (i: number, j: number): number =>
    told[j]?.type === 'input' && (deeds[i]?.uncertain || deeds[i - 1]?.uncertain) ? LITTLE : 1
  for (let i = n; i >= 0; i--) {
    for (let j = m; j >= 0; j--) {
      const ways = []
      if (i < n) ways.push(loss(i) + cost(i + 1, j))
      if (j < m) ways.push(surplus(i, j) + cost(i, j + 1))
      if (i < n && j < m) ways.push(swap(i, j) + cost(i + 1, j + 1))
      const row = costs[i]
      if (row) row[j] = ways.length > 0 ? Math.min(...ways) : 0
    }
  }
  const found: Comparison = { lost: [], doubled: [], wrong: [] }
  for (let i = 0, j = 0; i < n || j < m; ) {
    const [deed, one] = [deeds[i], told[j]]
    if (deed && one && cost(i, j) === swap(i, j) + cost(i + 1, j + 1)) {
      if (swap(i, j) > 0) found.wrong.push(`${sayDeed(deed, i)} <> ${sayTold(one)}`)
      i++
      j++
    } else if (deed && cost(i, j) === loss(i) + cost(i + 1, j)) {
      if (!deed.uncertain) found.lost.push(sayDeed(deed, i))
      i++
    } else if (one) {
      if (surplus(i, j) === 1) found.doubled.push(`before #${i}: ${sayTold(one)}`)
      j++
    }
  }
  return found
}
