import type { Recipe } from '../../schemas/index.ts'
import { allRecipes } from './allRecipes.ts'

/** The recipe of that id: the study's own before those that come with Shoptrace. Undefined where there is none. */
export const findRecipe = (id: string, own: readonly Recipe[] = []): Recipe | undefined =>
  own.find((recipe) => recipe.id === id) ?? allRecipes.find((recipe) => recipe.id === id)
