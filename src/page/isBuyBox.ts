import type { BlockPart, Part } from './model.ts'
import type { RegionRole } from './region.ts'
import type { Shapes } from './shape.ts'

/** Controls up to which a form may be one order. */
const MOST_ORDERING = 40

function isWholeOffer(block: BlockPart, shapes: Shapes, isFormEnough = true): boolean {
  return block.controls > 1 && ((isFormEnough && block.tag === 'form') || block.priced || shapes.of(block).asks)
}

/** The smallest block with a button to buy and something that it applies to: a form, a price, a choice. */
export function isBuyBox(block: BlockPart, within: ReadonlySet<RegionRole>, shapes: Shapes): boolean {
  if (within.has('buy_box') || within.has('nav_bar') || block.controls < 2 || block.tag === 'body') return false
  if (!shapes.of(block).buys || shapes.of(block).searches) return false
  // What holds the page's main part, or its foot, is the page.
  if (block.parts.some((part) => part.kind === 'block' && (part.tag === 'main' || part.tag === 'footer'))) return false
  // A form of buttons alone takes its price and choices from what is close around it.
  const isLarge = block.controls > MOST_ORDERING || shapes.holdsProducts(block)
  const inner = block.parts.filter(
    (part) => part.kind === 'block' && shapes.of(part).buys && isWholeOffer(part, shapes, isLarge),
  )
  // An offer without a choice to make has no box: what is around it is the page.
  const isBare = (part: Part) => part.kind === 'block' && part.priced && shapes.of(part).buys
  if (!shapes.of(block).asks && block.parts.some(isBare)) return false
  // A form with choices around its last step is the box, not that step alone.
  if (inner.length > 0 && (isLarge || block.tag !== 'form' || inner.length > 1)) return false
  return isWholeOffer(block, shapes)
}
