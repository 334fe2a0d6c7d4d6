import type { Product } from '../catalogue/product.ts'

export const PAGE_SIZE = 16

export const SORTS = [
  { value: 'relevance', label: 'Best match' },
  { value: 'price-up', label: 'Price: low to high' },
  { value: 'price-down', label: 'Price: high to low' },
  { value: 'rating', label: 'Customer rating' },
  { value: 'reviews', label: 'Most reviewed' },
] as const

export type Sort = (typeof SORTS)[number]['value']

/** Which products of a list are wanted, and how they are shown: what the address of a listing page says. */
export interface ListingQuery {
  /** Where the list is: `/search` or a category's address. */
  path: string
  q: string
  brand: string[]
  color: string[]
  price: string[]
  rating: string[]
  sort: Sort
  /** From 1. */
  page: number
}

/** Reads the query of a listing's address; what makes no sense falls back to the default. */
export function readListingQuery(url: URL): ListingQuery {
  const { searchParams: params } = url
  const sort = SORTS.find(({ value }) => value === params.get('sort'))?.value ?? 'relevance'
  const page = Number(params.get('page'))
  return {
    path: url.pathname,
    q: (params.get('q') ?? '').trim().slice(0, 120),
    brand: params.getAll('brand'),
    color: params.getAll('color'),
    price: params.getAll('price'),
    rating: params.getAll('rating'),
    sort,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The address of a listing; defaults are left out. */
export function listingUrl(query: ListingQuery): string {
  const params = new URLSearchParams()
  if (query.q) params.set('q', query.q)
  for (const key of ['brand', 'color', 'price', 'rating'] as const)
    for (const value of query[key]) params.append(key, value)
  if (query.sort !== 'relevance') params.set('sort', query.sort)
  if (query.page > 1) params.set('page', String(query.page))
  const tail = params.toString()
  return tail ? `${query.path}?${tail}` : query.path
}

const ORDER: Record<Sort, ((a: Product, b: Product) => number) | null> = {
  relevance: null,
  'price-up': (a, b) => a.price - b.price,
  'price-down': (a, b) => b.price - a.price,
  rating: (a, b) => b.rating - a.rating,
  reviews: (a, b) => b.reviewCount - a.reviewCount,
}

/** `products` in the order wanted; equal ones stay as they were. */
export function sortProducts(products: readonly Product[], sort: Sort): Product[] {
  const order = ORDER[sort]
  return order ? [...products].sort(order) : [...products]
}
