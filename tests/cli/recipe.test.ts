import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Item, observation, type RecipeHealth } from '../../schemas/index.ts'
import { registerRecipe } from '../../src/cli/recipe.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { consentOf, NOW, pageItem, temporaryFolder, testStudy, uuidOf } from '../collector/support.ts'

let printed: string[] = []
beforeEach(() => {
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)))
})
afterEach(() => vi.restoreAllMocks())

const run = (...args: string[]) => {
  const program = new Command('shoptrace').exitOverride()
  registerRecipe(program)
  return program.parseAsync(['recipe', ...args], { from: 'user' })
}

function page(seq: number, recipe: string | null, recipe_health?: RecipeHealth): Item {
  const item = pageItem(seq, `Lamp ${seq}`)
  if (item.kind !== 'observation') throw new Error('This is no page.')
  return { ...item, data: observation.parse({ ...item.data, recipe, ...(recipe_health && { recipe_health }) }) }
}

/** The address of a store with these pages of one participant. */
async function storeWith(items: Item[]): Promise<string> {
  const address = `sqlite:${join(temporaryFolder(), 'store.sqlite')}`
  const store = await openStore(address)
  await store.keepStudy(testStudy)
  await store.enrol({ consent: consentOf(1), token_sha256: 'a'.repeat(64), enrolled_at: NOW })
  const batch = { participant_id: uuidOf(1), batch_id: uuidOf(9), body_sha256: 'b'.repeat(64), received_at: NOW }
  expect((await store.storeBatch({ ...batch, items, rejected: [] })).state).toBe('stored')
  await store.close()
  return address
}

test('health says per recipe and kind of page what matched, and which rules no longer do', async () => {
  const store = await storeWith([
    page(1, 'lamps', { page: true, matched: 4, missed: [] }),
    page(2, 'lamps', { page: true, matched: 2, missed: ['#buy', '.price'] }),
    page(3, 'lamps', { page: false, matched: 1, missed: ['#buy'] }),
    page(4, null),
  ])
  await run('health', '--store', store)
  expect(printed).toEqual([
    'lamps product: 3 pages (1 of no known type), 7 rules matched',
    '  missed on 2 pages: #buy',
    '  missed on 1 pages: .price',
  ])
  printed = []
  await run('health', '--store', store, '--json')
  expect(JSON.parse(printed.join(''))).toMatchObject([{ recipe: 'lamps', pages: 3, untold: 1, matched: 7 }])
})

test('health says so where no page was read with a recipe, and where there is no store', async () => {
  await run('health', '--store', await storeWith([page(1, null)]))
  expect(printed).toEqual(['No page in this store was read with a recipe.'])
  await expect(run('health', '--store', 'sqlite:/nowhere/store.sqlite')).rejects.toThrow(/There is no store at/)
})

test('list says of every recipe on which pages it was tried', async () => {
  await run('list')
  expect(printed.find((line) => line.startsWith('amazon '))).toMatch(/of 2026-11-26 {2}tried on amazon\.com home/)
  expect(printed.find((line) => line.startsWith('walmart '))).toMatch(/untried$/)
})
