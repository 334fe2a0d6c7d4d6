import { existsSync, readFileSync } from 'node:fs'
import { type Recipe, recipe } from '../../schemas/index.ts'
import { allRecipes } from '../recipes/allRecipes.ts'
import { findRecipe } from '../recipes/findRecipe.ts'
import { isHostOf } from '../recipes/isHostOf.ts'
import { checkFile } from './study/checkFile.ts'

/** A recipe that was asked for and cannot be had, with what to do about it. */
export class RecipeUnusable extends Error {}

/**
 * The recipe to read a page with: the one named by id or file, or else the one made for the address.
 *
 * Null for the generic way. Throws `RecipeUnusable`.
 */
export function chooseRecipe(wanted: string | undefined, address: string): Recipe | null {
  if (wanted === undefined) {
    const host = URL.canParse(address) ? new URL(address).hostname : ''
    return allRecipes.find((each) => isHostOf(each, host)) ?? null
  }
  if (wanted === 'none') return null
  const known = findRecipe(wanted)
  if (known) return known
  if (!existsSync(wanted)) {
    const ids = allRecipes.map(({ id }) => id).join(', ')
    throw new RecipeUnusable(`There is no recipe and no file ${wanted}. Name a recipe file, "none", or one of ${ids}.`)
  }
  const { value, mistakes } = checkFile<Recipe>(readFileSync(wanted, 'utf8'), 'recipe', recipe, () => ({}))
  if (!value) throw new RecipeUnusable(`${wanted} is no recipe: ${mistakes.join('; ')}`)
  return value
}
