import type { Product } from '../catalogue/product.ts'
import { searchWords } from './searchWords.ts'

interface Indexed {
  product: Product
  /** Weight of each word of the product. */
  weights: Map<string, number>
}

/** Finds products by words, best match first; ties by popularity. */
export type FindProducts = (query: string) => Product[]

function indexProduct(product: Product): Indexed {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const word of searchWords(text)) weights.set(word, Math.max(weights.get(word) ?? 0, weight))
  }
  add(product.features.join(' '), 1)
  add(product.colours.map((colour) => colour.name).join(' '), 2)
  add(product.kind.category, 2)
  add(product.kind.alias.join(' '), 4)
  add(product.title, 4)
  add(product.kind.noun, 6)
  return { product, weights }
}

const popularity = (product: Product): number => product.rating * Math.log(2 + product.reviewCount)

/**
 * Makes the search over `catalogue`: a product's score is the sum of its weights for the query's words, a word
 * counts half where it only begins one of the product's, and at least half of the query's words must be met.
 */
export function makeSearch(catalogue: readonly Product[]): FindProducts {
  const indexed = catalogue.map(indexProduct)
  return (query) => {
    const words = searchWords(query)
    const scored = indexed.flatMap(({ product, weights }) => {
      let score = 0
      let met = 0
      for (const word of words) {
        let best = weights.get(word) ?? 0
        if (best === 0 && word.length > 2)
          for (const [own, weight] of weights) if (own.startsWith(word)) best = Math.max(best, weight / 2)
        if (best > 0) met += 1
        score += best
      }
      return words.length === 0 || met * 2 >= words.length + (words.length % 2 && words.length > 1 ? 1 : 0)
        ? [{ product, score }]
        : []
    })
    return scored
      .filter(({ score }) => words.length === 0 || score > 0)
      .sort(
        (a, b) =>
          b.score - a.score || popularity(b.product) - popularity(a.product) || (a.product.id < b.product.id ? -1 : 1),
      )
      .map(({ product }) => product)
  }
}
