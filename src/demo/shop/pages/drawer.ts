import type { Product } from '../catalogue/product.ts'
import { type Html, html } from '../render/html.ts'
import { icon } from '../render/icons.ts'
import { money } from '../render/money.ts'
import { pictureUrl, productUrl } from '../render/productUrl.ts'
import { totalsOf } from '../session/cart.ts'
import type { ShopSession } from '../session/shopSession.ts'
import { chosenOptions } from './cartLine.ts'

/** What slides in beside the results after a quick add. `close` is where it closes to without client script. */
export function drawer(session: ShopSession, products: ReadonlyMap<string, Product>, close: string): Html {
  const { items, subtotal } = totalsOf(session.cart, products)
  return html`<div class="drawer-head"><h2>Added to your cart</h2><a class="round" href="${close}" data-close>${icon('close')}<span class="visually-hidden">Close cart</span></a></div>
<ul class="drawer-lines">${session.cart.slice(0, 5).map((line) => {
    const product = products.get(line.productId)
    return product
      ? html`<li><a class="line-picture" href="${productUrl(product, line.colour)}"><img src="${pictureUrl(product, line.colour)}" alt="" width="72" height="72"><span>${product.title}</span></a>
    <p class="chosen-options">${chosenOptions(line, product)} · ${line.quantity} × ${money(product.price)}</p>
    <form method="post" action="/cart/remove"><input type="hidden" name="line" value="${line.id}"><input type="hidden" name="back" value="${close}"><button class="link" type="submit">Remove<span class="visually-hidden">: ${product.title}</span></button></form></li>`
      : ''
  })}</ul>
<p class="drawer-total">Subtotal (${items} ${items === 1 ? 'item' : 'items'}) <strong>${money(subtotal)}</strong></p>
<div class="drawer-actions"><a class="button big" href="/cart">Go to cart</a><a class="button big quiet" href="/checkout">Checkout</a></div>`
}
