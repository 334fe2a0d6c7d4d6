import type { SeededRandom } from '../shop/seededRandom.ts'
import { checkOut } from './checkOut.ts'
import type { Hands } from './hands.ts'
import { lookAtProduct } from './lookAtProduct.ts'
import type { Persona } from './persona.ts'
import { SELECTORS } from './selectors.ts'
import type { ShopperStep } from './shopperStep.ts'

/** A stretch of shopping: what was done, one by one; whoever listens may stop at any of them. */
export type Shopping = AsyncGenerator<ShopperStep, void, void>

const isThere = async (hands: Hands, selector: string) => (await hands.page.locator(selector).count()) > 0

/** Looks for something: types it and presses Enter, or takes a suggestion. */
async function* search(hands: Hands, goal: string, random: SeededRandom, persona: Persona): Shopping {
  if (!random.chance(persona.takesSuggestion)) {
    yield await hands.typeAndSubmit(SELECTORS.search, goal)
    return
  }
  const typed = goal.slice(0, 5).trim()
  yield await hands.type(SELECTORS.search, typed, () => hands.page.locator(SELECTORS.suggestions(typed)).waitFor())
  yield await hands.click(SELECTORS.suggestion, 'loaded')
}

async function* scroll(hands: Hands, pixels: number): Shopping {
  const step = await hands.scroll(pixels)
  if (step) yield step
}

/** Puts a result into the cart without opening it, and closes the drawer again. */
async function* addFromResults(hands: Hands): Shopping {
  const drawer = hands.page.locator('#cart-drawer')
  yield await hands.click(SELECTORS.quickAdd(0), () => drawer.waitFor({ state: 'visible' }))
  yield await hands.click(SELECTORS.closeDrawer, () => drawer.waitFor({ state: 'hidden' }))
}

/** Opens a result by its title or its picture. */
async function* open(hands: Hands, rank: number, random: SeededRandom, persona: Persona): Shopping {
  const door = random.chance(persona.opensByPicture) ? SELECTORS.cardPicture(rank) : SELECTORS.cardTitle(rank)
  yield await hands.click(door, 'loaded')
  yield* lookAtProduct(hands, persona, random)
}

/** Goes back to the results, over the pages of reviews in between. */
async function* backToResults(hands: Hands): Shopping {
  while (!(await isThere(hands, SELECTORS.results))) yield await hands.back()
}

/** From a search to a product in the cart, or to none. */
async function* pursue(hands: Hands, goal: string, random: SeededRandom, persona: Persona): Shopping {
  yield* search(hands, goal, random, persona)
  if (random.chance(persona.filtersByRating) && (await isThere(hands, SELECTORS.ratingFilter)))
    yield await hands.click(SELECTORS.ratingFilter, 'loaded')
  const found = await hands.page.locator(SELECTORS.results).count()
  if (found === 0) return
  if (random.chance(0.4)) yield* scroll(hands, 500)
  if (random.chance(persona.addsFromResults) && (await isThere(hands, SELECTORS.quickAdd(0))))
    yield* addFromResults(hands)
  const rank = Math.min(found - 1, random.chance(persona.opensFirstResult) ? 0 : random.between(1, 2))
  yield* open(hands, rank, random, persona)
  if (found > rank + 1 && random.chance(persona.goesBack)) {
    yield* backToResults(hands)
    yield* open(hands, rank + 1, random, persona)
  }
  if (await isThere(hands, SELECTORS.addToCart)) yield await hands.click(SELECTORS.addToCart, 'loaded')
}

/** One goal after another for ever: search, results, product, cart, and the checkout when the basket is full. */
export async function* shopForever(hands: Hands, persona: Persona, random: SeededRandom): Shopping {
  for (let turn = 0; ; turn++) {
    yield* pursue(hands, persona.goals[turn % persona.goals.length] as string, random, persona)
    if ((turn + 1) % persona.basketSize || !(await isThere(hands, SELECTORS.fullCart))) continue
    yield await hands.click(SELECTORS.fullCart, 'loaded')
    yield* checkOut(hands, random)
  }
}
