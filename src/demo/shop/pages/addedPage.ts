import type { Product } from '../catalogue/product.ts'
import { carousel } from '../render/carousel.ts'
import { type Html, html } from '../render/html.ts'
import { icon } from '../render/icons.ts'
import { money } from '../render/money.ts'
import { pictureUrl, productUrl } from '../render/productUrl.ts'
import { totalsOf } from '../session/cart.ts'
import type { CartLine, ShopSession } from '../session/shopSession.ts'
import { chosenOptions } from './cartLine.ts'

/** What follows "Add to cart" on a product's page. */
export function addedPage(
  session: ShopSession,
  products: ReadonlyMap<string, Product>,
  line: CartLine,
  product: Product,
  more: readonly Product[],
): Html {
  const { items, subtotal } = totalsOf(session.cart, products)
  return html`<section class="added" aria-labelledby="added-title">
  <img src="${pictureUrl(product, line.colour)}" alt="" width="120" height="120">
  <div><h1 id="added-title">${icon('check')} Added to cart</h1><p><a href="${productUrl(product, line.colour)}">${product.title}</a></p><p class="chosen-options">${chosenOptions(line, product)}</p></div>
  <div class="added-actions"><p>Subtotal (${items} ${items === 1 ? 'item' : 'items'}) <strong>${money(subtotal)}</strong></p>
    <a class="button big" href="/checkout">Proceed to checkout</a><a class="button big quiet" href="/cart">Go to cart</a></div>
</section>
${carousel('added-related', 'Goes well with it', more, '/cart')}`
}
