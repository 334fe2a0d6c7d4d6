import { KINDS } from '../shop/catalogue/kinds.ts'
import { COLOURS } from '../shop/catalogue/words.ts'
import type { SeededRandom } from '../shop/seededRandom.ts'

/** How one shopper goes about it: habits that hold for a whole trace, so that a predictor can learn them. */
export interface Persona {
  /** What the shopper looks for, in this order, again from the start when all is found. */
  goals: readonly string[]
  /** Taken where a product has it. */
  favouriteColour: string
  /** Probabilities of the habits, 0 to 1. */
  filtersByRating: number
  takesSuggestion: number
  opensFirstResult: number
  opensByPicture: number
  readsMoreReviews: number
  marksHelpful: number
  goesBack: number
  addsFromResults: number
  /** Products in the cart that make the shopper go there. */
  basketSize: number
}

const mostly = (random: SeededRandom) => (random.chance(0.7) ? 0.85 + 0.1 * random.next() : 0.1 + 0.15 * random.next())

/** Makes a shopper up. */
export function makePersona(random: SeededRandom): Persona {
  const goals = random
    .sample(KINDS, 12)
    .map((kind) => (random.chance(0.3) ? random.pick(kind.alias) : kind.noun.toLowerCase()))
  return {
    goals,
    favouriteColour: random.pick(COLOURS).name,
    filtersByRating: mostly(random),
    takesSuggestion: 0.12,
    opensFirstResult: 0.7 + 0.2 * random.next(),
    opensByPicture: random.chance(0.3) ? 0.9 : 0.05,
    readsMoreReviews: mostly(random),
    marksHelpful: 0.25,
    goesBack: 0.2,
    addsFromResults: 0.1,
    basketSize: random.between(2, 3),
  }
}
