import { expect, test } from 'vitest'
import { type Item, observation as observationSchema, type PageType, type RecipeHealth } from '../../schemas/index.ts'
import { countRecipeHealth } from '../../src/dataset/countRecipeHealth.ts'
import { observation, participant, scroll } from './trace.ts'

function page(seq: number, page_type: PageType, recipe: string | null, recipe_health?: RecipeHealth): Item {
  const item = observation(seq, 'abcdef0'[seq] ?? '1')
  if (item.kind !== 'observation') throw new Error('This is no observation.')
  const data = { ...item.data, page_type, recipe, ...(recipe_health && { recipe_health }) }
  return { ...item, data: observationSchema.parse(data) }
}

const health = (matched: number, missed: string[], told = true): RecipeHealth => ({ page: told, matched, missed })

test('hits and misses are counted per recipe and kind of page; other pages do not count', async () => {
  const items: Item[] = [
    page(0, 'product', 'lamps', health(3, [])),
    page(1, 'product', 'lamps', health(2, ['#buy'])),
    scroll(2),
    page(3, 'product', 'lamps', health(1, ['#buy', '#price'])),
    page(4, 'search', 'lamps', health(0, ['.card'], false)),
    page(5, 'search', null),
  ]
  const store = {
    participants: async function* () {
      yield participant
    },
    items: async function* () {
      yield* items
    },
  }
  expect(await countRecipeHealth(store)).toEqual([
    {
      recipe: 'lamps',
      page_type: 'product',
      pages: 3,
      untold: 0,
      matched: 6,
      missed: [
        { selector: '#buy', pages: 2 },
        { selector: '#price', pages: 1 },
      ],
    },
    {
      recipe: 'lamps',
      page_type: 'search',
      pages: 1,
      untold: 1,
      matched: 0,
      missed: [{ selector: '.card', pages: 1 }],
    },
  ])
})
