import type { Placed, Region } from './arrange.ts'
import type { Meaning } from './meaning.ts'
import type { ControlPart, TextPart } from './model.ts'
import { slug } from './slug.ts'

type Content = TextPart | Placed | Region

/** Whether a region says no more than the one control in it. */
function isHollow(region: Region, parent: Region | null, meaning: (control: ControlPart) => Meaning): boolean {
  if (region.role === parent?.role && (region.role !== 'section' || region.words === parent.words))
    return region.role !== 'product' && region.role !== 'item'
  if (region.role !== 'item' && region.role !== 'section') return false
  const entries = region.parts.filter((part) => part.kind !== 'text')
  const [only] = entries
  return entries.length === 1 && only?.kind === 'placed' && slug(meaning(only.control).said) === slug(region.words)
}

/** Dissolves regions that hold nothing to act on, and those that only repeat what is in or around them. */
export function tidyTree(region: Region, parent: Region | null, meaning: (control: ControlPart) => Meaning): Content[] {
  const parts: Content[] = []
  for (const part of region.parts) {
    if (part.kind === 'region') for (const inner of tidyTree(part, region, meaning)) parts.push(inner)
    else parts.push(part)
  }
  region.parts = parts
  if (!parent) return parts
  if (!parts.some((part) => part.kind !== 'text')) return parts
  if (!isHollow(region, parent, meaning)) return [region]
  for (const part of parts) if (part.kind === 'placed' && part.leaf === 'view_product') part.leaf = ''
  return parts
}
