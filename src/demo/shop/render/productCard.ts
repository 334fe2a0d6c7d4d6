import type { Product } from '../catalogue/product.ts'
import { type Html, html } from './html.ts'
import { money } from './money.ts'
import { pictureUrl, productUrl } from './productUrl.ts'
import { ratingOf } from './rating.ts'

/** Price, and the list price it came down from. */
export function priceOf(product: Product): Html {
  const saved = product.listPrice ? Math.round((1 - product.price / product.listPrice) * 100) : 0
  return html`<p class="price"><span class="now">${money(product.price)}</span>${
    product.listPrice
      ? html` <s class="was"><span class="visually-hidden">List price </span>${money(product.listPrice)}</s> <span class="saving">−${saved}%</span>`
      : ''
  }</p>`
}

function badges(product: Product): Html | '' {
  return product.badges.length
    ? html`<ul class="badges" aria-label="Badges">${product.badges.map((badge) => html`<li class="badge badge-${badge.toLowerCase().replace(' ', '-')}">${badge}</li>`)}</ul>`
    : ''
}

/**
 * A product in a list: picture and title lead to the same page; a button adds it at once.
 *
 * @param back Address to come back to where there is no client script.
 * @param size `compact` leaves the delivery promise and the button out, for carousels.
 */
export function productCard(product: Product, back: string, size: 'full' | 'compact' = 'full'): Html {
  const href = productUrl(product)
  return html`<article class="card" data-product="${product.id}">
  <a class="card-picture" href="${href}"><img src="${pictureUrl(product)}" alt="${product.title}" width="400" height="400" loading="lazy"></a>
  ${badges(product)}
  <p class="brand">${product.brand}</p>
  <h3 class="card-title"><a href="${href}">${product.title}</a></h3>
  ${ratingOf(product)}
  ${priceOf(product)}
  ${
    size === 'compact'
      ? ''
      : html`<p class="delivery">${product.delivery}</p>
  ${
    product.stock
      ? html`<form class="quick-add" method="post" action="/cart/add">
    <input type="hidden" name="product" value="${product.id}"><input type="hidden" name="back" value="${back}">
    <button class="button" type="submit">Add to cart<span class="visually-hidden">: ${product.title}</span></button>
  </form>`
      : html`<p class="sold-out">Sold out</p>`
  }`
  }
</article>`
}
