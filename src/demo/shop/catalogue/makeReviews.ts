import { type SeededRandom, seededRandom } from '../seededRandom.ts'
import type { Product, Review } from './product.ts'

const MOST = 26

const AUTHORS = [
  'Marisol V.', 'Theo B.', 'Ines K.', 'Walt', 'Priya R.', 'Hannah L.', 'Jonas', 'Aiko T.', 'Dee', 'Rafael M.',
  'Greta', 'Sam O.', 'Noor A.', 'Callum', 'Beth W.', 'Yusuf', 'Lena F.', 'Old Tom', 'Chidi', 'Mei', 'Ravi P.',
] as const // biome-ignore format: a word list

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
] as const

interface Mood {
  titles: readonly string[]
  openings: readonly string[]
  details: readonly string[]
  closings: readonly string[]
}

const GLAD: Mood = {
  titles: ['Better than I hoped', 'Worth every cent', 'My new favorite', 'Just right', 'Bought a second one'],
  openings: [
    'Three weeks in and still pleased.',
    'I dithered for a month and should not have.',
    'A gift to myself, and a good one.',
    'This replaced one I had used for ten years.',
  ],
  details: [
    'The {noun} feels solid.',
    'The {colour} is true to the picture.',
    '{feature}, as promised.',
    'The {material} finish has aged well so far.',
  ],
  closings: ['Would buy again.', 'My sister has ordered hers.', 'No complaints at all.', 'Arrived a day early, too.'],
}

const FAIR: Mood = {
  titles: ['Good, with a caveat', 'Does the job', 'Nearly there', 'Fine for the price'],
  openings: ['A fair buy.', 'I like it more than I thought, less than I hoped.', 'Decent all round.'],
  details: [
    'The {colour} is a shade darker than shown.',
    'Sizing runs small, so check the chart.',
    '{feature}, mostly.',
    'The {noun} took a while to break in.',
  ],
  closings: ['I am keeping it.', 'On offer I would say yes.', 'Good enough for weekends.'],
}

const SORRY: Mood = {
  titles: ['Not for me', 'Sent it back', 'Expected more', 'Disappointed'],
  openings: ['I wanted to love this.', 'It looked better on the page.', 'Two months and it shows.'],
  details: [
    'The {material} finish is thinner than described.',
    'A seam gave way on the second outing.',
    'The {colour} rubbed off on a white shirt.',
  ],
  closings: ['The return was painless at least.', 'I will look for another {noun}.', 'Service was kind about it.'],
}

function writeReview(random: SeededRandom, product: Product, index: number): Review {
  const drift = random.next() + random.next() + random.next() - 1.5
  const stars = Math.max(1, Math.min(5, Math.round(product.rating + drift * 1.3)))
  const mood = stars >= 4 ? GLAD : stars === 3 ? FAIR : SORRY
  const colour = random.pick(product.colours).name
  const fill = (text: string) =>
    text
      .replace('{noun}', product.kind.noun.toLowerCase())
      .replace('{colour}', colour.toLowerCase())
      .replace('{feature}', random.pick(product.features))
      .replace('{material}', product.material.toLowerCase())
  const size = product.sizing ? `, ${random.pick(product.sizing.values)}` : ''
  return {
    id: `${product.id}-r${index + 1}`,
    author: random.pick(AUTHORS),
    stars,
    title: random.pick(mood.titles),
    body: [random.pick(mood.openings), ...random.sample(mood.details, random.between(1, 3)), random.pick(mood.closings)]
      .map(fill)
      .join(' '),
    date: `${random.pick(MONTHS)} 2026`,
    variant: `${colour}${size}`,
    helpful: Math.floor(40 * random.next() ** 3),
  }
}

/** The product's written reviews, most helpful first; fewer than its ratings, as in any shop. */
export function makeReviews(seed: number, product: Product): Review[] {
  const random = seededRandom(`reviews ${seed} ${product.id}`)
  const count = Math.min(product.reviewCount, random.between(5, MOST))
  return Array.from({ length: count }, (_, index) => writeReview(random, product, index)).sort(
    (a, b) => b.helpful - a.helpful || a.id.localeCompare(b.id),
  )
}
