import type { Product } from '../catalogue/product.ts'
import { type Html, html } from './html.ts'
import { icon } from './icons.ts'
import { productCard } from './productCard.ts'

/** A row of products that scrolls sideways; the buttons appear where there is a client script. */
export function carousel(id: string, title: string, products: readonly Product[], back: string): Html | '' {
  if (products.length === 0) return ''
  return html`<section class="carousel" aria-labelledby="${id}-title" data-carousel>
  <div class="section-head"><h2 id="${id}-title">${title}</h2>
    <div class="carousel-buttons" hidden>
      <button type="button" class="round" data-step="-1">${icon('left')}<span class="visually-hidden">Previous: ${title}</span></button>
      <button type="button" class="round" data-step="1">${icon('right')}<span class="visually-hidden">Next: ${title}</span></button>
    </div></div>
  <ul class="row" tabindex="0" aria-labelledby="${id}-title">${products.map((product) => html`<li>${productCard(product, back, 'compact')}</li>`)}</ul>
</section>`
}
