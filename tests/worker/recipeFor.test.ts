import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Recipe, type Study, study } from '../../schemas/index.ts'
import { recipeFor } from '../../src/worker/recipeFor.ts'

const lamps: Study = study.parse(JSON.parse(readFileSync('tests/fixtures/schemas/v1/study.json', 'utf8'))[0])
const own: Recipe = JSON.parse(readFileSync('tests/fixtures/schemas/v1/recipe.json', 'utf8'))[0]

const shops: Study['shops'] = [
  { name: 'Lamps', matches: ['https://lamps.example/*'], recipe: own.id },
  { name: 'Amazon', matches: ['https://*.amazon.de/*'], recipe: 'amazon' },
  { name: 'Plain', matches: ['https://plain.example/*'] },
  { name: 'Typo', matches: ['https://typo.example/*'], recipe: 'amazn' },
]

test('a shop is read with the recipe that its study names, if that is known and whole', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const named = (url: string, recipes: Recipe[] = [own]) => recipeFor({ ...lamps, shops, recipes }, url)?.id ?? null
  expect(named('https://lamps.example/p/1')).toBe('lamp-shop')
  expect(named('https://www.amazon.de/dp/B000000000')).toBe('amazon')
  expect(named('https://plain.example/')).toBeNull()
  expect(warn).not.toHaveBeenCalled()
  expect(named('https://typo.example/')).toBeNull()
  expect(named('https://lamps.example/p/1', [])).toBeNull()
  // A stored study is read as it is: a recipe damaged there must not stop the recording.
  expect(named('https://lamps.example/p/1', [{ ...own, parts: [{ selector: '' }] }])).toBeNull()
  expect(warn).toHaveBeenCalledTimes(3)
})
