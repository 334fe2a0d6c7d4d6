import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningShop, startShop } from '../../src/demo/shop/startShop.ts'
import { loadDataset, runPilot, testStudy } from './support/runPilot.ts'

let shop: RunningShop
beforeAll(async () => {
  shop = await startShop({ host: '127.0.0.1', port: 0, seed: 1 })
})
afterAll(() => shop.close())

test('a pilot on the demonstration shop: every action once, in order, with the right name', async () => {
  const pilot = await runPilot(testStudy([`${shop.url}/*`]), shop.url)
  const page = pilot.page(shop.url)
  await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill('tent')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search/)
  expect((await pilot.end()).code).toBe(0)
  const { steps } = await loadDataset(pilot.data)
  expect(steps.map(({ action }) => action.type)).toEqual(['type_and_submit', 'terminate'])
})
