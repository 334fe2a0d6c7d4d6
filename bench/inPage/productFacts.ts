/** Where some shops write what a product in a list is called, costs, and is thought of. */
const CARDS = [
  {
    card: '[data-component-type="s-search-result"]',
    title: 'h2',
    price: '.a-price .a-offscreen',
    rating: '.a-icon-alt',
  },
  { card: '.results .card', title: '.card-title', price: '.price .now', rating: '.rating' },
]

export interface ProductFacts {
  title: string[]
  price: string[]
  rating: string[]
}

/** Titles, prices and ratings of the products that the page lists and shows, read by what is known of the shop. */
export function productFacts(): ProductFacts {
  const facts: ProductFacts = { title: [], price: [], rating: [] }
  for (const shop of CARDS) {
    for (const card of document.querySelectorAll(shop.card)) {
      if (!card.checkVisibility()) continue
      for (const kind of ['title', 'price', 'rating'] as const) {
        const text = card.querySelector(shop[kind])?.textContent?.replace(/\s+/g, ' ').trim()
        if (text) facts[kind].push(text)
      }
    }
  }
  return facts
}
