import type { DatasetSource } from './source.ts'

/** How well a recipe fits one kind of page. */
export interface RecipeHealthRow {
  recipe: string
  page_type: string
  /** Different pages read with it. */
  pages: number
  /** Of these, those whose kind no rule of the recipe told. */
  untold: number
  /** Rules that found something, over all pages. */
  matched: number
  /** Rules that found nothing and should have, the most frequent first. */
  missed: { selector: string; pages: number }[]
}

type Count = Omit<RecipeHealthRow, 'missed'> & { missed: Map<string, number> }

/** Counts over everything in a store how the recipes fitted, per recipe and kind of page. Reads one item at a time. */
export async function countRecipeHealth(
  store: Pick<DatasetSource, 'participants' | 'items'>,
): Promise<RecipeHealthRow[]> {
  const rows = new Map<string, Count>()
  for await (const { participant_id } of store.participants()) {
    for await (const item of store.items(participant_id)) {
      if (item.kind !== 'observation' || !item.data.recipe || !item.data.recipe_health) continue
      const { recipe, page_type, recipe_health } = item.data
      const key = `${recipe} ${page_type}`
      const row: Count = rows.get(key) ?? { recipe, page_type, pages: 0, untold: 0, matched: 0, missed: new Map() }
      rows.set(key, row)
      row.pages++
      if (!recipe_health.page) row.untold++
      row.matched += recipe_health.matched
      for (const selector of recipe_health.missed) row.missed.set(selector, (row.missed.get(selector) ?? 0) + 1)
    }
  }
  return [...rows.values()]
    .map((row) => ({
      ...row,
      missed: [...row.missed].map(([selector, pages]) => ({ selector, pages })).sort((a, b) => b.pages - a.pages),
    }))
    .sort((a, b) => `${a.recipe} ${a.page_type}`.localeCompare(`${b.recipe} ${b.page_type}`, 'en'))
}
