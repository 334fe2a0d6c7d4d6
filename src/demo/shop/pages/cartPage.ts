import type { Product } from '../catalogue/product.ts'
import { carousel } from '../render/carousel.ts'
import { type Html, html } from '../render/html.ts'
import { money } from '../render/money.ts'
import { type Totals, totalsOf } from '../session/cart.ts'
import type { CartLine, ShopSession } from '../session/shopSession.ts'
import { cartLine } from './cartLine.ts'

type Products = ReadonlyMap<string, Product>

const lines = (list: readonly CartLine[], products: Products, place: 'cart' | 'saved') =>
  list.flatMap((line) => {
    const product = products.get(line.productId)
    return product ? [cartLine(line, product, place)] : []
  })

/** Subtotal, shipping and total. */
export function totalsTable({ items, subtotal, shipping, total }: Totals): Html {
  return html`<dl class="totals"><div><dt>Items (${items})</dt><dd>${money(subtotal)}</dd></div><div><dt>Delivery</dt><dd>${shipping ? money(shipping) : 'Free'}</dd></div><div class="grand"><dt>Total</dt><dd>${money(total)}</dd></div></dl>`
}

export function cartPage(session: ShopSession, products: Products, suggestions: readonly Product[]): Html {
  const selected = session.cart.filter((line) => line.selected)
  const totals = totalsOf(selected, products)
  return html`<div class="cart">
  <section class="cart-lines" aria-labelledby="cart-title"><h1 id="cart-title">Your cart</h1>
  ${
    session.cart.length
      ? html`<h2 class="visually-hidden">Items</h2><ul class="lines">${lines(session.cart, products, 'cart')}</ul>`
      : html`<div class="empty"><p>Your cart is empty.</p><p><a class="button" href="/deals">See this week's deals</a></p></div>`
  }</section>
  ${
    session.cart.length
      ? html`<section class="summary-box" aria-label="Order summary">${totalsTable(totals)}
    ${totals.items ? html`<a class="button big" href="/checkout">Proceed to checkout</a>` : html`<p>Select something to go on.</p>`}
    <p class="small">Free delivery from $75. Free returns for 60 days.</p></section>`
      : ''
  }
  ${session.saved.length ? html`<section class="saved" aria-labelledby="saved-title"><h2 id="saved-title">Saved for later</h2><ul class="lines">${lines(session.saved, products, 'saved')}</ul></section>` : ''}
</div>
${carousel('cart-related', 'You may also like', suggestions, '/cart')}`
}
