import { makeCatalogue } from './catalogue/makeCatalogue.ts'
import { makeReviews } from './catalogue/makeReviews.ts'
import type { Product, Review } from './catalogue/product.ts'
import { type FindProducts, makeSearch } from './search/findProducts.ts'
import { createSessions, type Sessions } from './session/sessions.ts'

/** What every page of the shop needs. */
export interface Shop {
  catalogue: readonly Product[]
  products: ReadonlyMap<string, Product>
  find: FindProducts
  reviews(product: Product): Review[]
  sessions: Sessions
}

export function makeShop(seed: number): Shop {
  const catalogue = makeCatalogue(seed)
  return {
    catalogue,
    products: new Map(catalogue.map((product) => [product.id, product])),
    find: makeSearch(catalogue),
    reviews: (product) => makeReviews(seed, product),
    sessions: createSessions(),
  }
}
