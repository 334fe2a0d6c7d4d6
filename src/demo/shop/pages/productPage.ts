import type { Product, Review } from '../catalogue/product.ts'
import { CATEGORIES } from '../catalogue/words.ts'
import { carousel } from '../render/carousel.ts'
import { type Html, html, raw } from '../render/html.ts'
import { icon } from '../render/icons.ts'
import { priceOf } from '../render/productCard.ts'
import { pictureUrl, productUrl } from '../render/productUrl.ts'
import { ratingOf } from '../render/rating.ts'
import { MOST_PER_LINE } from '../session/cart.ts'
import { reviewSection } from './reviewSection.ts'

export interface ProductView {
  product: Product
  /** Slug of the colour shown. */
  colour: string
  reviews: readonly Review[]
  reviewPage: number
  helpful: ReadonlySet<string>
  related: readonly Product[]
}

const VIEWS = ['Whole', 'Close up', 'Other side', 'Two of them'] as const

function gallery({ product, colour }: ProductView): Html {
  return html`<div class="gallery" data-gallery>
  <img class="gallery-main" src="${pictureUrl(product, colour)}" alt="${product.title}" width="800" height="800">
  <ul class="thumbs" aria-label="Pictures">${VIEWS.map(
    (view, index) =>
      html`<li><button type="button" data-view="${index}" aria-pressed="${index === 0 ? 'true' : 'false'}"><img src="${pictureUrl(product, colour, index)}" alt="" width="80" height="80"><span class="visually-hidden">Picture ${index + 1}: ${view}</span></button></li>`,
  )}</ul></div>`
}

function options({ product, colour }: ProductView): Html {
  const { sizing } = product
  const name = product.colours.find(({ slug }) => slug === colour)?.name
  return html`<fieldset class="option"><legend>Color: <span data-colour-name>${name}</span></legend>
  <div class="swatches">${product.colours.map(
    ({ slug, name: label, hex }) =>
      html`<label class="swatch"><input type="radio" name="color" value="${slug}" data-colour="${label}" ${slug === colour ? html`checked` : ''}><span class="swatch-fill" style="background:${hex}"></span><span class="swatch-label">${label}</span></label>`,
  )}</div></fieldset>
${
  sizing?.control === 'radio'
    ? html`<fieldset class="option"><legend>${sizing.label}</legend><div class="sizes">${sizing.values.map(
        (value, index) =>
          html`<label class="size"><input type="radio" name="size" value="${value}" ${index === Math.floor(sizing.values.length / 2) ? html`checked` : ''}><span>${value}</span></label>`,
      )}</div></fieldset>`
    : ''
}${
  sizing?.control === 'select'
    ? html`<div class="option"><label for="size">${sizing.label}</label> <select id="size" name="size">${sizing.values.map(
        (value, index) =>
          html`<option ${index === Math.floor(sizing.values.length / 2) ? html`selected` : ''}>${value}</option>`,
      )}</select></div>`
    : ''
}`
}

function buyBox(view: ProductView): Html {
  const { product } = view
  const short = product.stock > 0 && product.stock <= 5
  return html`<form class="buy-box" method="post" action="/cart/add" aria-label="Buy this product">
  <input type="hidden" name="product" value="${product.id}">
  ${options(view)}
  <p class="delivery">${icon('truck')} ${product.delivery}</p>
  <p class="stock ${short ? 'short' : ''}">${product.stock === 0 ? 'Sold out' : short ? `Only ${product.stock} left` : 'In stock'}</p>
  <div class="option quantity"><label for="quantity">Quantity</label>
    <div class="stepper" data-stepper><button type="button" data-by="-1" hidden><span aria-hidden="true">−</span><span class="visually-hidden">Decrease quantity</span></button>
    <input id="quantity" name="quantity" type="number" inputmode="numeric" min="1" max="${MOST_PER_LINE}" value="1">
    <button type="button" data-by="1" hidden><span aria-hidden="true">+</span><span class="visually-hidden">Increase quantity</span></button></div></div>
  <div class="buy-actions">${
    product.stock
      ? html`<button class="button big" type="submit">Add to cart</button>
    <button class="button big dark" type="submit" formaction="/buy-now">Buy now</button>`
      : html`<button class="button big" type="submit" disabled>Sold out</button>`
  }</div>
  <p class="assurance">${icon('return')} Free returns for 60 days</p>
</form>`
}

function details({ product }: ProductView): Html {
  const { kind } = product
  return html`<section class="details" aria-label="Details">
  <details open><summary>About this product</summary><ul>${product.features.map((feature) => html`<li>${feature}</li>`)}</ul>
    <p>${product.brand} makes this ${kind.noun.toLowerCase()} in small runs, with a ${product.material.toLowerCase()} finish, in ${product.colours.length} colors.</p></details>
  <details><summary>Materials and care</summary><dl><dt>Material</dt><dd>${product.material}</dd><dt>Brand</dt><dd>${product.brand}</dd><dt>Item number</dt><dd>${product.id.toUpperCase()}</dd><dt>Care</dt><dd>Wipe or wash cold, dry in the shade</dd></dl></details>
  <details><summary>Delivery and returns</summary><p>${product.delivery}. Send it back within 60 days, used or not. <a href="/help/returns">How returns work</a></p></details>
</section>`
}

function structuredData(product: Product): Html {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    sku: product.id,
    brand: { '@type': 'Brand', name: product.brand },
    aggregateRating: { '@type': 'AggregateRating', ratingValue: product.rating, reviewCount: product.reviewCount },
    offers: { '@type': 'Offer', priceCurrency: 'USD', price: (product.price / 100).toFixed(2) },
  }
  return html`<script type="application/ld+json">${raw(JSON.stringify(data).replace(/</g, '\\u003c'))}</script>`
}

export function productPage(view: ProductView): Html {
  const { product } = view
  const category = CATEGORIES.find(({ slug }) => slug === product.kind.category)
  return html`<nav class="breadcrumbs" aria-label="Breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/category/${product.kind.category}">${category?.name}</a></li><li><a href="/search?q=${encodeURIComponent(product.kind.noun.toLowerCase())}">${product.kind.noun}</a></li></ol></nav>
<div class="product">
  ${gallery(view)}
  <div class="product-info">
    <p class="brand"><a href="/search?q=${encodeURIComponent(product.brand)}">${product.brand}</a></p>
    <h1>${product.title}</h1>
    <div class="product-line">${ratingOf(product)} <a href="#reviews">Read reviews</a></div>
    ${product.badges.length ? html`<ul class="badges" aria-label="Badges">${product.badges.map((badge) => html`<li class="badge badge-${badge.toLowerCase().replace(' ', '-')}">${badge}</li>`)}</ul>` : ''}
    ${priceOf(product)}
    ${buyBox(view)}
  </div>
</div>
${details(view)}
${carousel('related', 'Goes well with it', view.related, productUrl(product))}
${reviewSection(view)}
${structuredData(product)}`
}
