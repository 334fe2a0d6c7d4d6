import type { Product } from '../catalogue/product.ts'
import { CATEGORIES, COLOURS } from '../catalogue/words.ts'
import { drawPicture } from '../picture/drawPicture.ts'
import { carousel } from '../render/carousel.ts'
import { type Html, html } from '../render/html.ts'
import { productCard } from '../render/productCard.ts'
import { productUrl } from '../render/productUrl.ts'

export interface Home {
  deals: readonly Product[]
  favourites: readonly Product[]
  recent: readonly Product[]
}

/** Slug of the colour and the shape in which a category's tile is drawn: `/tile/SLUG.svg`. */
export function drawTile(slug: string): string | null {
  const index = CATEGORIES.findIndex((category) => category.slug === slug)
  const category = CATEGORIES[index]
  const colour = COLOURS[(index * 5) % COLOURS.length]
  return category && colour ? drawPicture(category.shape, colour, 0) : null
}

export function homePage({ deals, favourites, recent }: Home): Html {
  const [star] = deals
  return html`<section class="hero">
  <div class="hero-text"><p class="eyebrow">The slow season</p>
    <h1>Out by the water,<br>home by the fire</h1>
    <p>Gear that is made to be mended, and things for the house you come back to.</p>
    <p class="hero-actions"><a class="button" href="/deals">See this week's deals</a> <a class="button quiet" href="/category/camp">Plan a night out</a></p>
  </div>
  <div class="hero-picture" aria-hidden="true"></div>
</section>
<section class="tiles" aria-labelledby="tiles-title"><h2 id="tiles-title">Shop by category</h2>
  <ul>${CATEGORIES.map(
    ({ slug, name, blurb }) =>
      html`<li><a class="tile" href="/category/${slug}"><img src="/tile/${slug}.svg" alt="" width="400" height="400"><span class="tile-name">${name}</span><span class="tile-blurb">${blurb}</span></a></li>`,
  )}</ul></section>
${carousel('deals', 'Deals of the week', deals, '/')}
${
  star
    ? html`<section class="promise" aria-labelledby="promise-title"><h2 id="promise-title">Repaired, not replaced</h2>
  <p>Every seam, zip and hinge we sell can be mended in our workshop, free for ten years. <a href="/help/repairs">How repairs work</a></p></section>`
    : ''
}
<section aria-labelledby="favourites-title"><div class="section-head"><h2 id="favourites-title">Well loved</h2><a href="/search?sort=reviews">See all</a></div>
  <div class="grid">${favourites.map((product) => productCard(product, '/'))}</div></section>
${recent.length ? html`<section class="recent" aria-labelledby="recent-title"><h2 id="recent-title">Seen lately</h2><ul>${recent.map((product) => html`<li><a href="${productUrl(product)}">${product.title}</a></li>`)}</ul></section>` : ''}`
}
