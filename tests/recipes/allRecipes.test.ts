import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RecipeHealth, recipe } from '../../schemas/index.ts'
import { warnAboutRecipe } from '../../src/cli/study/warnAboutRecipe.ts'
import { allRecipes } from '../../src/recipes/allRecipes.ts'
import { findRecipe } from '../../src/recipes/findRecipe.ts'
import { isHostOf } from '../../src/recipes/isHostOf.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'
import { hasSharedPages, labelledPages, sharedPages } from '../support/pageShared.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

test.each(allRecipes.map((each) => [each.id, each] as const))('%s is whole, and its own', (id, each) => {
  expect(recipe.parse(each)).toEqual(each)
  expect(warnAboutRecipe(each).map(({ path }) => path.join('.'))).toEqual(each.tried_on.length > 0 ? [] : ['tried_on'])
  expect(allRecipes.filter((other) => other.id === id)).toHaveLength(1)
})

/** Addresses as these shops write them, and the rule that tells them; a rule that asks the page itself does not count. */
const typeOf = (id: string, path: string): string | undefined =>
  allRecipes
    .find((each) => each.id === id)
    ?.pages.find(({ address, selector }) => !selector && address && new RegExp(address, 'i').test(path))?.page_type

test.each([
  ['amazon', '/Amazon-Basics-Foldable/dp/B073WNYPQ5?th=1', 'product'],
  ['amazon', '/gp/product/B0014CTQ0G', 'product'],
  ['amazon', '/s?k=collagen', 'search'],
  ['amazon', '/-/es/s?k=x', 'search'],
  ['amazon', '/gp/cart/view.html', 'cart'],
  ['amazon', '/cart?ref_=nav', 'cart'],
  ['amazon', '/gp/goldbox', 'deals'],
  ['amazon', '/', 'home'],
  ['amazon', '/?ref_=nav_logo', 'home'],
  ['amazon', '/your-orders/orders?timeFilter=year-2024', 'order_history'],
  ['amazon', '/ap/signin', 'sign_in'],
  ['amazon', '/gp/css/homepage.html', 'account'],
  ['ebay', '/itm/Puma/353838495013', 'product'],
  ['ebay', '/sch/i.html?_nkw=puma', 'search'],
  ['etsy', '/es/listing/632137212/x', 'product'],
  ['etsy', '/', 'home'],
  ['walmart', '/ip/Lamp/123', 'product'],
  ['target', '/s?searchTerm=lamp', 'search'],
  ['best-buy', '/site/lamp/123.p?skuId=123', 'product'],
  ['shopify', '/collections/all/products/lamp', 'product'],
  ['shopify', '/collections/all', 'category'],
  ['shopify', '/account/orders/1', 'order_history'],
  ['opencart', '/index.php?route=product/search&search=x', 'search'],
] as const)('%s tells %s: %s', (id, path, type) => {
  expect(typeOf(id, path)).toBe(type)
})

test('every selector can be read by a browser', async () => {
  const page = await browser.open('<!doctype html>')
  const unreadable = await page.evaluate(
    (selectors) =>
      selectors.filter((selector) => {
        try {
          document.querySelector(selector)
          return false
        } catch {
          return true
        }
      }),
    allRecipes.flatMap(({ pages, parts }) => [...pages, ...parts].flatMap(({ selector }) => selector ?? [])),
  )
  await page.close()
  expect(unreadable).toEqual([])
})

/** Saved pages by the recipe that says it was tried on them. */
const TRIED: [string, string[]][] = [
  // One of each kind; all of them were tried by hand with `shoptrace page`.
  [
    'amazon',
    ['amazon-cart-1', 'amazon-search-1', 'amazoncom-home-signedin', 'amazoncom-orderhistory', 'amazoncouk-product'],
  ],
  ['ebay', ['ebay-product']],
  ['etsy', ['etsy-product']],
  ['magento', ['html/brooklynbrewshop.com-1.html', 'html/www.grasscity.com-3.html']],
  ['shopify', ['html/www.radioshack.com-1.html']],
]
const rows = TRIED.flatMap(([id, names]) => names.map((name) => [id, name] as const))
const PRIVATE = ['amazoncom-orderdetails', 'amazoncom-orderhistory', 'amazoncom-signin']

describe.skipIf(!hasSharedPages)('on the pages it says it was tried on', () => {
  test.each(rows)(
    '%s finds what it names on %s',
    async (id, name) => {
      const saved = [...sharedPages, ...labelledPages()].find((each) => each.name === name)
      const own = findRecipe(id)
      if (!saved || !own) throw new Error(`There is no page ${name} or no recipe ${id}.`)
      if (own.hosts[0] !== '*') expect(isHostOf(own, new URL(saved.url).hostname)).toBe(true)
      const page = await browser.open(saved.read(), saved.url, true)
      const { told, generic } = await page.evaluate(
        (tried) => ({
          told: pageHarness.look({ recipe: tried, excludedPageTypes: ['sign_in', 'order_history'] }).observation,
          generic: pageHarness.look().observation,
        }),
        own,
      )
      await page.close()
      expect(told.page_type).toBe(generic.page_type)
      if (PRIVATE.includes(name)) {
        expect([told.context, told.recipe, told.recipe_health]).toEqual(['', null, undefined])
        return
      }
      expect(told.recipe).toBe(id)
      expect(told.recipe_health).toMatchObject({ page: true, missed: [] } satisfies Partial<RecipeHealth>)
      expect(told.recipe_health?.matched).toBeGreaterThan(0)
    },
    60_000,
  )
})
