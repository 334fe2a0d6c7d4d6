import type { SeededRandom } from '../shop/seededRandom.ts'
import type { Hands } from './hands.ts'
import type { Persona } from './persona.ts'
import { SELECTORS } from './selectors.ts'
import type { Shopping } from './shopForever.ts'

/** On a product's page: takes the favourite colour, a size, reads reviews. */
export async function* lookAtProduct(hands: Hands, persona: Persona, random: SeededRandom): Shopping {
  const { page } = hands
  const checked = (selector: string) => () => page.locator(`${selector} >> input:checked`).first().waitFor()
  const swatch = SELECTORS.swatch(persona.favouriteColour)
  if ((await page.locator(`${swatch} >> input:not(:checked)`).count()) > 0)
    yield await hands.click(swatch, checked(swatch))
  const sizes = page.locator(SELECTORS.otherSize)
  if ((await sizes.count()) > 0) {
    const size = SELECTORS.size(await sizes.nth(1).locator('input').inputValue())
    yield await hands.click(size, checked(size))
  } else if ((await page.locator(SELECTORS.sizeList).count()) > 0) {
    const labels = await page.locator(`${SELECTORS.sizeList} >> option`).allTextContents()
    yield await hands.choose(SELECTORS.sizeList, random.pick(labels))
  }
  if (!random.chance(persona.readsMoreReviews)) return
  const scrolled = await hands.scroll(900)
  if (scrolled) yield scrolled
  if ((await page.locator(SELECTORS.moreReviews).count()) > 0) yield await hands.click(SELECTORS.moreReviews, 'loaded')
  if (random.chance(persona.marksHelpful) && (await page.locator(SELECTORS.unmarked).count()) > 0) {
    const button = `#${await page.locator(SELECTORS.unmarked).first().getAttribute('id')} button`
    yield await hands.click(button, () => page.locator(`${button}[aria-pressed="true"]`).waitFor())
  }
}
