import type { Product, Review } from '../catalogue/product.ts'
import { type Html, html } from '../render/html.ts'
import { productUrl } from '../render/productUrl.ts'
import { stars } from '../render/rating.ts'

const PER_PAGE = 5

interface ReviewsView {
  product: Product
  reviews: readonly Review[]
  /** From 1. */
  reviewPage: number
  helpful: ReadonlySet<string>
}

function histogram(reviews: readonly Review[]): Html {
  return html`<dl class="histogram">${[5, 4, 3, 2, 1].map((count) => {
    const share = Math.round((reviews.filter((review) => review.stars === count).length / reviews.length) * 100)
    return html`<div><dt>${count} stars</dt><dd><span class="track" aria-hidden="true"><span style="width:${share}%"></span></span> ${share}%</dd></div>`
  })}</dl>`
}

function reviewItem(product: Product, review: Review, page: number, helpful: boolean): Html {
  const count = review.helpful + (helpful ? 1 : 0)
  return html`<li class="review" id="${review.id}"><article aria-labelledby="${review.id}-title">
  <p class="review-head">${stars(review.stars)}<span class="visually-hidden">${review.stars} out of 5 stars</span> <span class="review-author">${review.author}</span></p>
  <h3 id="${review.id}-title">${review.title}</h3>
  <p class="review-meta">${review.date} · ${review.variant}</p>
  <p>${review.body}</p>
  <form method="post" action="/product/${product.id}/helpful" data-helpful>
    <input type="hidden" name="review" value="${review.id}"><input type="hidden" name="reviews" value="${page}">
    <button type="submit" class="button quiet" aria-pressed="${helpful ? 'true' : 'false'}">Helpful<span class="visually-hidden">: ${review.title}, by ${review.author}</span></button>
    <span class="helpful-count" data-count="${count}">${count === 1 ? '1 person' : `${count} people`} found this helpful</span>
  </form></article></li>`
}

/** The reviews, five to a page, each with a "helpful" button. */
export function reviewSection({ product, reviews, reviewPage, helpful }: ReviewsView): Html {
  const pages = Math.max(1, Math.ceil(reviews.length / PER_PAGE))
  const page = Math.min(Math.max(1, reviewPage), pages)
  const to = (number: number) => `${productUrl(product)}?reviews=${number}#reviews`
  return html`<section class="reviews" id="reviews" aria-labelledby="reviews-title">
  <h2 id="reviews-title">Customer reviews</h2>
  <div class="reviews-grid"><div class="reviews-summary"><p class="reviews-score"><strong>${product.rating.toFixed(1)}</strong> out of 5</p>${histogram(reviews)}</div>
  <div><ul class="review-list" aria-label="Reviews">${reviews
    .slice((page - 1) * PER_PAGE, page * PER_PAGE)
    .map((review) => reviewItem(product, review, page, helpful.has(review.id)))}</ul>
  <nav class="review-pages" aria-label="Review pages">${page > 1 ? html`<a class="button quiet" href="${to(page - 1)}">Previous reviews</a>` : ''} <span>Page ${page} of ${pages}</span> ${page < pages ? html`<a class="button quiet" href="${to(page + 1)}">More reviews</a>` : ''}</nav></div></div>
</section>`
}
