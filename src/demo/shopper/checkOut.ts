import type { SeededRandom } from '../shop/seededRandom.ts'
import type { Hands } from './hands.ts'
import { SELECTORS } from './selectors.ts'
import type { Shopping } from './shopForever.ts'

/** Made up. Payment is on delivery: no card details are ever typed. */
const ADDRESS: Record<string, string> = {
  name: 'Alex Rivera',
  email: 'alex.rivera@example.com',
  phone: '503-555-0117',
  street: '27 Boathouse Road',
  city: 'Astoria',
  region: 'OR',
  postcode: '97103',
}

/** From the cart to the confirmation and back to the front page; sometimes changes the cart first. */
export async function* checkOut(hands: Hands, random: SeededRandom): Shopping {
  const { page } = hands
  if (random.chance(0.3)) yield await hands.choose(SELECTORS.cartQuantity, '2', 'loaded')
  const edits = [SELECTORS.saveForLater, SELECTORS.remove, SELECTORS.cartSelect]
  if (random.chance(0.4) && (await page.locator(SELECTORS.cartLine).count()) > 1)
    yield await hands.click(random.pick(edits), 'loaded')
  yield await hands.click(SELECTORS.checkout, 'loaded')
  if ((await page.locator(SELECTORS.useAddress).count()) > 0) {
    for (const [field, text] of Object.entries(ADDRESS)) yield await hands.type(`main >> #${field}`, text)
    yield await hands.click(SELECTORS.useAddress, 'loaded')
  }
  if ((await page.locator(SELECTORS.reviewOrder).count()) > 0) yield await hands.click(SELECTORS.reviewOrder, 'loaded')
  yield await hands.click(SELECTORS.placeOrder, 'loaded')
  yield await hands.click(SELECTORS.home, 'loaded')
}
