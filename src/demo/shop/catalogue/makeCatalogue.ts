import { type SeededRandom, seededRandom } from '../seededRandom.ts'
import { KINDS } from './kinds.ts'
import type { Kind, Product } from './product.ts'
import { BRANDS, COLOURS, DELIVERIES, LINES } from './words.ts'

const PER_KIND = 11

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/é/g, 'e')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** A price as shops write it, in cents: a whole dollar or one that ends in .95, .50 or .99. */
function shopPrice(random: SeededRandom, [low, high]: readonly [number, number]): number {
  const skewed = low + (high - low) * random.next() ** 1.4
  return Math.round(skewed) * 100 + random.pick([0, 0, -5, -1, 50])
}

function badgesOf(random: SeededRandom, product: { rating: number; reviewCount: number; deal: boolean }): string[] {
  const badges: string[] = []
  if (product.deal) badges.push('Deal')
  if (product.reviewCount > 900 && product.rating >= 4.3) badges.push('Best seller')
  else if (product.reviewCount < 12) badges.push('New')
  if (random.chance(0.16)) badges.push('Planet pick')
  return badges
}

function makeProduct(random: SeededRandom, kind: Kind, number: number, taken: Set<string>): Product {
  let brand = ''
  let material = ''
  let title = ''
  do {
    brand = random.pick(BRANDS)
    material = random.pick(kind.materials)
    title = `${brand} ${random.pick(LINES)} ${material} ${kind.noun}`
  } while (taken.has(title))
  taken.add(title)
  const price = shopPrice(random, kind.price)
  const deal = random.chance(0.2)
  const rating = Math.round((3.2 + 1.75 * random.next() ** 0.6) * 10) / 10
  const reviewCount = Math.ceil(3 + 2400 * random.next() ** 4)
  return {
    id: `hp${number}`,
    slug: slugOf(title),
    title,
    brand,
    kind,
    material,
    price,
    listPrice: deal ? Math.round((price * random.pick([1.15, 1.2, 1.25, 1.4])) / 100) * 100 : null,
    rating,
    reviewCount,
    colours: random.sample(COLOURS, random.between(2, 6)),
    sizing: kind.sizing,
    features: random.sample(kind.features, 3),
    badges: badgesOf(random, { rating, reviewCount, deal }),
    delivery: random.pick(DELIVERIES),
    stock: random.chance(0.03) ? 0 : random.chance(0.12) ? random.between(1, 5) : random.between(20, 400),
  }
}

/** The whole range, over 400 products with different titles. The same seed gives the same range. */
export function makeCatalogue(seed: number): Product[] {
  const random = seededRandom(`catalogue ${seed}`)
  const taken = new Set<string>()
  return KINDS.flatMap((kind, index) =>
    Array.from({ length: PER_KIND }, (_, place) => makeProduct(random, kind, 1000 + index * PER_KIND + place, taken)),
  )
}
