import type { Recipe } from '../../../schemas/index.ts'
import type { Mistake } from './explainIssue.ts'

/** What is allowed in a recipe and should still be thought about twice. */
export function warnAboutRecipe({ pages, parts, tried_on }: Recipe): Mistake[] {
  const warnings: Mistake[] = []
  const told = new Set(pages.map(({ page_type }) => page_type))
  for (const [index, { on = [] }] of parts.entries()) {
    for (const [nth, type] of on.entries()) {
      if (!told.has(type))
        warnings.push({
          path: ['parts', index, 'on', nth],
          message: `no rule of "pages" tells a page of type "${type}"`,
        })
    }
  }
  for (const [index, { page_type, address, selector }] of pages.entries()) {
    const before = pages.findIndex((other) => other.address === address && other.selector === selector)
    if (before < index)
      warnings.push({ path: ['pages', index], message: `never tells "${page_type}": pages[${before}] comes first` })
  }
  if (tried_on.length === 0) warnings.push({ path: ['tried_on'], message: 'is empty: the recipe counts as untried' })
  return warnings
}
