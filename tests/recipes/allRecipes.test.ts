import { expect, test } from 'vitest'
import { recipe } from '../../schemas/index.ts'
import { warnAboutRecipe } from '../../src/cli/study/warnAboutRecipe.ts'
import { allRecipes } from '../../src/recipes/allRecipes.ts'

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
