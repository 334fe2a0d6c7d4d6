import { contentOf } from './contentOf.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart } from './model.ts'
import type { Shapes } from './shape.ts'

const MOST_CONTROLS = 80
/** UTF-16 units of what stands in a header beside its controls. */
const MOST_TEXT = 160

/** The bar of a shop that says so of no element: it searches the shop, leads to the cart, and holds hardly anything else. */
export function isSiteHeader(block: BlockPart, shapes: Shapes, meaning: (control: ControlPart) => Meaning): boolean {
  if (block.controls < 4 || block.controls > MOST_CONTROLS || block.tag === 'body' || block.tag === 'main') return false
  const { searches, buys, removes, asks } = shapes.of(block)
  if (!searches || buys || removes || asks || shapes.holdsProducts(block)) return false
  const { controls, texts } = contentOf(block.parts)
  if (!controls.some((control) => control.tag === 'a' && meaning(control).concept === 'view_cart')) return false
  const isField = ({ tag, role }: ControlPart) => (tag === 'input' && role !== 'button') || tag === 'textarea'
  if (controls.filter(isField).length > 1) return false
  return texts.reduce((sum, { text }) => sum + text.length, 0) <= MOST_TEXT
}
