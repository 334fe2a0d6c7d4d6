import { type Address, noSignals, type PageSignals } from './pageType.ts'
import type { Region } from './region.ts'

/** Regions that do not say what their page is for: a cart that slides in makes no cart page. */
const ASIDE = new Set<Region['role']>(['product', 'nav_bar', 'footer', 'dialog', 'mini_cart'])

function count(region: Region, signals: PageSignals, aside: boolean): void {
  if (region.role === 'product') signals.products++
  else if (region.role === 'cart_line' && !aside) signals.cartLines++
  else if (region.role === 'review') signals.reviews++
  else if (region.role === 'refinements') signals.refined = true
  const inside = aside || ASIDE.has(region.role)
  for (const part of region.parts) {
    if (part.kind === 'text') continue
    if (part.kind === 'region') {
      count(part, signals, inside)
      continue
    }
    const { leaf, control } = part
    if (control.type === 'password') signals.passwordFields++
    if (
      /\bcc-(?:number|csc|exp)/.test(control.autocomplete) ||
      /card.?number|cardnumber|cvv|cvc/i.test(control.hints)
    ) {
      if (control.tag === 'input') signals.cardFields++
    }
    if (/street-address|address-line|postal-code|address-level/.test(control.autocomplete)) signals.addressFields++
    if (control.sensitive && !inside) signals.personalFields++
    if ((leaf === 'add_to_cart' || leaf === 'buy_now') && !inside) signals.buyButtons++
    if (leaf === 'checkout' && !inside) signals.checkoutButtons++
    if (leaf === 'place_order') signals.placeOrderButtons++
  }
}

/** Counts, in an arranged page, what tells what the page is for. */
export function countSignals(root: Region, address: Address, declared: string): PageSignals {
  const signals = noSignals(address, declared)
  count(root, signals, false)
  return signals
}
