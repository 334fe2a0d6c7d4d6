import type { Product } from '../catalogue/product.ts'
import { type Html, html } from './html.ts'

/** Stars, and the same as a text. */
export function stars(rating: number): Html {
  return html`<span class="stars" style="--share:${Math.round((rating / 5) * 100)}%" aria-hidden="true">★★★★★</span>`
}

/** "4.6 out of 5 stars", and how many ratings there are. */
export function ratingOf(product: Product): Html {
  return html`<p class="rating">${stars(product.rating)}<span class="rating-text">${product.rating.toFixed(1)} <span class="visually-hidden">out of 5 stars</span></span> <span class="count">(${product.reviewCount.toLocaleString('en-US')}<span class="visually-hidden"> reviews</span>)</span></p>`
}
