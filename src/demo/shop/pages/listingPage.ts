import type { Product } from '../catalogue/product.ts'
import { type Html, html } from '../render/html.ts'
import { icon } from '../render/icons.ts'
import { productCard } from '../render/productCard.ts'
import type { Facet } from '../search/facets.ts'
import { type ListingQuery, listingUrl, PAGE_SIZE, SORTS } from '../search/listing.ts'

export interface Listing {
  heading: string
  blurb: string | null
  query: ListingQuery
  /** Everything found, filtered and sorted; one page of it is shown. */
  products: readonly Product[]
  facets: readonly Facet[]
}

function facetGroup({ key, label, choices }: Facet): Html | '' {
  if (choices.length === 0) return ''
  return html`<section class="facet" aria-labelledby="facet-${key}"><h2 id="facet-${key}">${label}</h2>
  <ul>${choices.map(
    ({ label: choice, href, count, checked, hex }) =>
      html`<li><a class="check" href="${href}" rel="nofollow" ${checked ? html`aria-current="true"` : ''}><span class="box" aria-hidden="true">${checked ? icon('check') : ''}</span>${
        hex ? html`<span class="dot" style="background:${hex}" aria-hidden="true"></span>` : ''
      }<span>${choice}${checked ? html`<span class="visually-hidden"> (chosen)</span>` : ''}</span> <span class="count">${count}</span></a></li>`,
  )}</ul></section>`
}

function chosen({ facets, query }: Listing): Html | '' {
  const on = facets.flatMap(({ choices }) => choices.filter(({ checked }) => checked))
  if (on.length === 0) return ''
  const none = listingUrl({ ...query, brand: [], color: [], price: [], rating: [], page: 1 })
  return html`<ul class="chosen" aria-label="Filters in use">${on.map(
    ({ label, href }) =>
      html`<li><a href="${href}">${label} ${icon('close')}<span class="visually-hidden">: remove filter</span></a></li>`,
  )}<li><a class="clear" href="${none}">Clear all</a></li></ul>`
}

function sortForm({ query }: Listing): Html {
  const kept = (['brand', 'color', 'price', 'rating'] as const).flatMap((key) =>
    query[key].map((value) => html`<input type="hidden" name="${key}" value="${value}">`),
  )
  return html`<form class="sort" action="${query.path}" method="get" data-auto>
  ${query.q ? html`<input type="hidden" name="q" value="${query.q}">` : ''}${kept}
  <label for="sort">Sort by</label>
  <select id="sort" name="sort">${SORTS.map(
    ({ value, label }) =>
      html`<option value="${value}" ${query.sort === value ? html`selected` : ''}>${label}</option>`,
  )}</select> <button type="submit" class="button quiet" data-auto-button>Sort</button></form>`
}

function pagination(query: ListingQuery, page: number, pages: number): Html | '' {
  if (pages < 2) return ''
  const to = (number: number) => listingUrl({ ...query, page: number })
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  return html`<nav class="pagination" aria-label="Pages"><ul>
  ${page > 1 ? html`<li><a rel="prev" href="${to(page - 1)}">${icon('left')} Previous</a></li>` : ''}
  ${near.map(
    (number, index) =>
      html`${number - (near[index - 1] ?? 0) > 1 ? html`<li aria-hidden="true">…</li>` : ''}<li><a href="${to(number)}" ${number === page ? html`aria-current="page"` : ''}><span class="visually-hidden">Page </span>${number}</a></li>`,
  )}
  ${page < pages ? html`<li><a rel="next" href="${to(page + 1)}">Next ${icon('right')}</a></li>` : ''}
</ul></nav>`
}

/** Search results, a category, or the deals: filters beside cards. */
export function listingPage(listing: Listing): Html {
  const { heading, blurb, query, products, facets } = listing
  const pages = Math.max(1, Math.ceil(products.length / PAGE_SIZE))
  const page = Math.min(query.page, pages)
  const shown = products.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  const first = (page - 1) * PAGE_SIZE + 1
  return html`<div class="listing">
  <div class="listing-head"><div><h1>${heading}</h1>
    <p class="summary">${products.length ? `${first}–${first + shown.length - 1} of ${products.length} products` : 'No products'}${blurb ? ` · ${blurb}` : ''}</p></div>
    ${sortForm(listing)}</div>
  <details class="filters" open><summary>Filters</summary><div class="facets" role="group" aria-label="Filters">${facets.map(facetGroup)}</div></details>
  <section class="results" aria-labelledby="results-title"><h2 id="results-title" class="visually-hidden">Results</h2>${chosen(listing)}
    ${
      shown.length
        ? html`<div class="grid">${shown.map((product) => productCard(product, listingUrl(query)))}</div>`
        : html`<div class="empty"><p>Nothing here matches. Try fewer words, or take a filter off.</p><p><a class="button" href="/">Back to the front page</a></p></div>`
    }
    ${pagination(query, page, pages)}</section>
</div>`
}
