import type { Action } from '../../schemas/index.ts'

/** Words of which one group must stand whole in the last part of a name: what begins an order, by language. */
const BEGINS_ORDER: readonly (readonly string[])[] = [
  ['buy', 'now'],
  ['buy', 'it', 'now'],
  ['checkout'],
  ['check', 'out'],
  ['place', 'order'],
  ['place', 'your', 'order'],
  ['submit', 'order'],
  ['complete', 'order'],
  ['complete', 'purchase'],
  ['confirm', 'order'],
  ['confirm', 'purchase'],
  ['order', 'now'],
  ['pay', 'now'],
  // German
  ['kasse'],
  ['jetzt', 'kaufen'],
  ['zahlungspflichtig', 'bestellen'],
  // Spanish
  ['comprar', 'ya'],
  ['comprar', 'ahora'],
  ['finalizar', 'compra'],
  ['tramitar', 'pedido'],
  // French
  ['acheter', 'maintenant'],
  ['passer', 'commande'],
]

/**
 * True for a click that begins or places an order: click type `purchase` on something like `buy_now`, `checkout`,
 * `proceed_to_checkout` or `place_order`. Adding to the cart has that click type too, and is none.
 *
 * After Lu et al. 2025 (arXiv 2503.20749), whose purchase sessions end in "buy now" or "checkout".
 */
export function isPurchase(action: Action): boolean {
  if (action.type !== 'click' || action.click_type !== 'purchase') return false
  const words = new Set(action.name.split('.').at(-1)?.toLowerCase().split(/[_-]/))
  return BEGINS_ORDER.some((group) => group.every((word) => words.has(word)))
}
