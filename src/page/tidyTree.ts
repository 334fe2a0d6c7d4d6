import { joinCopies } from './joinCopies.ts'
import type { Meaning } from './meaning.ts'
import type { ControlPart, TextPart } from './model.ts'
import type { Placed, Region } from './region.ts'
import { slug } from './slug.ts'

type Content = TextPart | Placed | Region

/** Entries up to which a section may be only the head of another. */
const LONE = 3
/** Roles that say nothing by themselves. */
const NAMED_BY_WORDS = new Set<Region['role']>(['item', 'section'])

/** Whether a region says no more than the one control in it. */
function isHollow(region: Region, parent: Region | null, meaning: (control: ControlPart) => Meaning): boolean {
  if (region.role === parent?.role && region.words === '') return true
  if (!NAMED_BY_WORDS.has(region.role)) return false
  if (parent && slug(region.words) === slug(parent.words)) return true
  const entries = entriesOf(region)
  // The button that buys the product is no part of the description that it stands below.
  if (parent?.role === 'buy_box' && entries.length > 0 && entries.every(isToBuy)) return true
  const [only] = entries
  return entries.length === 1 && only?.kind === 'placed' && slug(meaning(only.control).said) === slug(region.words)
}

const isToBuy = (part: Content): boolean => part.kind === 'placed' && /^(?:add_to_cart|buy_now)$/.test(part.leaf)

const entriesOf = (region: Region): Content[] => region.parts.filter((part) => part.kind !== 'text')

/** Brings a row with the heading and the body under the same heading together: they are one section. */
function joinHalves(parts: Content[]): Content[] {
  const sections = new Map<string, Region>()
  return parts.filter((part) => {
    if (part.kind !== 'region' || part.role !== 'section') return true
    const key = slug(part.words)
    const known = sections.get(key)
    if (!known) sections.set(key, part)
    else if (entriesOf(known).length <= LONE || entriesOf(part).length <= LONE) {
      known.parts.push(...part.parts)
      return false
    }
    return true
  })
}

/** Dissolves regions that hold nothing to act on, and those that only repeat what is in or around them. */
export function tidyTree(region: Region, parent: Region | null, meaning: (control: ControlPart) => Meaning): Content[] {
  let parts: Content[] = []
  for (const part of region.parts) {
    if (part.kind === 'region') for (const inner of tidyTree(part, region, meaning)) parts.push(inner)
    else parts.push(part)
  }
  parts = joinCopies(joinHalves(parts))
  region.parts = parts
  if (!parent) return parts
  if (!parts.some((part) => part.kind !== 'text')) return parts
  if (!isHollow(region, parent, meaning)) return [region]
  for (const part of parts) if (part.kind === 'placed' && part.leaf === 'view_product') part.leaf = ''
  return parts
}
