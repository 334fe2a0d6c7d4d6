import { type Study, study } from '../../../schemas/index.ts'
import { allRecipes } from '../../recipes/allRecipes.ts'
import { findRecipe } from '../../recipes/findRecipe.ts'
import { checkFile } from './checkFile.ts'
import type { Mistake } from './explainIssue.ts'
import { nearest } from './nearest.ts'
import { warnAbout } from './warnAbout.ts'

export interface StudyReport {
  /** Null where there are mistakes. */
  study: Study | null
  /** Each one line: `line 12: shops[0].matches[1]: must be …`. */
  mistakes: string[]
  warnings: string[]
}

/** Recipes that the study names and nobody has. */
function unknownRecipes({ shops, recipes = [] }: Study): Mistake[] {
  const known = [...recipes, ...allRecipes].map(({ id }) => id)
  return shops.flatMap(({ recipe }, index) => {
    if (recipe === undefined || findRecipe(recipe, recipes)) return []
    const meant = nearest(recipe, known)
    const help = meant ? `did you mean "${meant}"?` : `known: ${known.join(', ')}`
    return [{ path: ['shops', index, 'recipe'], message: `there is no recipe ${JSON.stringify(recipe)}; ${help}` }]
  })
}

/** Checks a study file's text: every mistake in the order of the file, or the study and what to think about twice. */
export function checkStudy(text: string): StudyReport {
  const { value, mistakes, warnings } = checkFile<Study>(text, 'study', study, (checked) => ({
    mistakes: unknownRecipes(checked),
    warnings: warnAbout(checked),
  }))
  return { study: value, mistakes, warnings }
}
