import { isFacetLabel, isOptionLabel } from './matchWords.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart, Part } from './model.ts'
import type { Shapes } from './shape.ts'

const LEAST_CONTROLS = 6
const MOST_CONTROLS = 200

/** What stands first in a group of choices: its heading, or what folds it up. */
function headOf(group: BlockPart, meaning: (control: ControlPart) => Meaning): string {
  let first: Part | undefined = group
  while (first?.kind === 'block') first = first.parts[0]
  if (!first) return ''
  return first.kind === 'text' ? first.text : meaning(first).said
}

/** Groups of choices under heads that are told of products, one of them what no single product has to choose: its price, its brand. */
export function isFacets(block: BlockPart, shapes: Shapes, meaning: (control: ControlPart) => Meaning): boolean {
  if (block.controls < LEAST_CONTROLS || block.controls > MOST_CONTROLS) return false
  // Pictures show what is on sale.
  if (block.parts.length < 3 || block.images * 3 > block.controls || block.tag === 'body' || block.tag === 'main')
    return false
  let facets = 0
  let heads = 0
  for (const part of block.parts) {
    if (part.kind !== 'block' || part.controls === 0) continue
    const head = headOf(part, meaning)
    if (head.length > 30) continue
    const isFacet = isFacetLabel(head)
    if (isFacet) facets++
    if (isFacet || isOptionLabel(head)) heads++
  }
  if (facets === 0 || heads < 2) return false
  const { buys, topmost } = shapes.of(block)
  return !buys && !topmost && !shapes.holdsProducts(block)
}
