import type { Product } from '../catalogue/product.ts'
import { COLOURS } from '../catalogue/words.ts'
import { type ListingQuery, listingUrl } from './listing.ts'

type FacetKey = 'brand' | 'color' | 'price' | 'rating'

export interface FacetChoice {
  label: string
  /** CSS colour of a swatch, for colours. */
  hex: string | null
  count: number
  checked: boolean
  /** Address of the listing with this choice turned over. */
  href: string
}

export interface Facet {
  key: FacetKey
  label: string
  choices: FacetChoice[]
}

const BANDS = [
  { value: '0-25', label: 'Under $25', from: 0, to: 2500 },
  { value: '25-50', label: '$25 to $50', from: 2500, to: 5000 },
  { value: '50-100', label: '$50 to $100', from: 5000, to: 10_000 },
  { value: '100-200', label: '$100 to $200', from: 10_000, to: 20_000 },
  { value: '200-', label: '$200 and up', from: 20_000, to: Number.POSITIVE_INFINITY },
] as const

interface Value {
  value: string
  label: string
  hex?: string
  fits(product: Product): boolean
}

const valuesOf = (key: FacetKey, products: readonly Product[]): Value[] => {
  switch (key) {
    case 'brand':
      return [...new Set(products.map((product) => product.brand))]
        .sort()
        .map((brand) => ({ value: brand, label: brand, fits: (product) => product.brand === brand }))
    case 'color':
      return COLOURS.map(({ slug, name, hex }) => ({
        value: slug,
        label: name,
        hex,
        fits: (product) => product.colours.some((colour) => colour.slug === slug),
      }))
    case 'price':
      return BANDS.map(({ value, label, from, to }) => ({
        value,
        label,
        fits: ({ price }) => price >= from && price < to,
      }))
    case 'rating':
      return [4, 3].map((stars) => ({
        value: String(stars),
        label: `${stars} stars & up`,
        fits: ({ rating }) => rating >= stars,
      }))
  }
}

const LABELS: Record<FacetKey, string> = { rating: 'Customer rating', brand: 'Brand', color: 'Color', price: 'Price' }
const KEYS = Object.keys(LABELS) as FacetKey[]

const passes = (product: Product, key: FacetKey, query: ListingQuery, values: Value[]): boolean =>
  query[key].length === 0 || values.some((value) => query[key].includes(value.value) && value.fits(product))

/** Narrows `products` by the query's filters, and says which further choices there are, with counts. */
export function applyFacets(
  products: readonly Product[],
  query: ListingQuery,
): { products: Product[]; facets: Facet[] } {
  const values = Object.fromEntries(KEYS.map((key) => [key, valuesOf(key, products)])) as Record<FacetKey, Value[]>
  const matching = (except: FacetKey | null) =>
    products.filter((product) => KEYS.every((key) => key === except || passes(product, key, query, values[key])))
  const facets = KEYS.map((key) => {
    const others = matching(key)
    return {
      key,
      label: LABELS[key],
      choices: values[key].flatMap((value) => {
        const checked = query[key].includes(value.value)
        const count = others.filter(value.fits).length
        if (count === 0 && !checked) return []
        const chosen = checked ? query[key].filter((own) => own !== value.value) : [...query[key], value.value]
        const href = listingUrl({ ...query, [key]: chosen, page: 1 })
        return [{ label: value.label, hex: value.hex ?? null, count, checked, href }]
      }),
    }
  })
  return { products: matching(null), facets }
}
