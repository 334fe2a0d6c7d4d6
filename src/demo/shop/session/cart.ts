import { randomUUID } from 'node:crypto'
import type { Product } from '../catalogue/product.ts'
import type { CartLine, ShopSession } from './shopSession.ts'

export const MOST_PER_LINE = 10
const FREE_FROM = 7500
const SHIPPING = 695

export interface Choice {
  colour: string | undefined
  size: string | undefined
  quantity: number
}

const clamp = (quantity: number): number =>
  Number.isFinite(quantity) ? Math.min(MOST_PER_LINE, Math.max(1, Math.round(quantity))) : 1

/** Puts a product into the cart, or more of it where the same choice lies there; answers with its line. */
export function addToCart(session: ShopSession, product: Product, choice: Choice): CartLine {
  const colour = product.colours.find(({ slug }) => slug === choice.colour) ?? product.colours[0]
  const sizes = product.sizing?.values ?? []
  const size = sizes.find((value) => value === choice.size) ?? sizes[Math.floor(sizes.length / 2)] ?? null
  const same = session.cart.find(
    (line) => line.productId === product.id && line.colour === colour?.slug && line.size === size,
  )
  if (same) {
    same.quantity = clamp(same.quantity + clamp(choice.quantity))
    same.selected = true
    return same
  }
  const line: CartLine = {
    id: randomUUID().slice(0, 8),
    productId: product.id,
    colour: colour?.slug ?? '',
    size,
    quantity: clamp(choice.quantity),
    selected: true,
  }
  session.cart.unshift(line)
  return line
}

export function setQuantity(session: ShopSession, lineId: string, quantity: number): void {
  const line = session.cart.find(({ id }) => id === lineId)
  if (line) line.quantity = clamp(quantity)
}

export function removeLine(session: ShopSession, lineId: string): void {
  session.cart = session.cart.filter(({ id }) => id !== lineId)
  session.saved = session.saved.filter(({ id }) => id !== lineId)
}

/** Moves a line between the cart and what is saved for later. */
export function moveLine(session: ShopSession, lineId: string, to: 'cart' | 'saved'): void {
  const line = [...session.cart, ...session.saved].find(({ id }) => id === lineId)
  if (!line) return
  removeLine(session, lineId)
  session[to].unshift({ ...line, selected: true })
}

export interface Totals {
  items: number
  /** Cents, as are the next two. */
  subtotal: number
  shipping: number
  total: number
}

/** What the given lines cost. Shipping is free from $75. */
export function totalsOf(lines: readonly CartLine[], products: ReadonlyMap<string, Product>): Totals {
  const items = lines.reduce((sum, line) => sum + line.quantity, 0)
  const subtotal = lines.reduce((sum, line) => sum + line.quantity * (products.get(line.productId)?.price ?? 0), 0)
  const shipping = items === 0 || subtotal >= FREE_FROM ? 0 : SHIPPING
  return { items, subtotal, shipping, total: subtotal + shipping }
}
