import type { Recipe } from '../../schemas/index.ts'

/** True where the recipe is made for a host by name; one for a shop system is made for none. */
export const isHostOf = (recipe: Recipe, host: string): boolean =>
  recipe.hosts.some((each) => host === each || host.endsWith(`.${each}`))
