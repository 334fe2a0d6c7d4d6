import { type Recipe, recipe, type Study } from '../../schemas/index.ts'
import { matchesAny } from '../privacy/matchesPattern.ts'
import { findRecipe } from '../recipes/findRecipe.ts'

/** The recipe that a study names for the shop at an address; null where it names none, or one that is unknown or malformed. */
export function recipeFor(study: Study, url: string): Recipe | null {
  const shop = study.shops.find(({ matches }) => matchesAny(url, matches))
  if (!shop?.recipe) return null
  const checked = recipe.safeParse(findRecipe(shop.recipe, study.recipes))
  if (checked.success) return checked.data
  console.warn(`Shoptrace: the recipe "${shop.recipe}" cannot be used; the shop is read the generic way.`)
  return null
}
