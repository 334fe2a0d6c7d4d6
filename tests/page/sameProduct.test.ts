import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContext } from '../../schemas/index.ts'
import { createShop } from '../../src/demo/shop/createShop.ts'
import { visit } from '../demo/support/visitor.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

/** Names of the links to products on a page, by the region that they stand in. */
async function productsOn(html: string, path: string): Promise<Map<string, string[]>> {
  const page = await browser.open(html, `https://shop.example${path}`)
  const context = await page.evaluate(() => pageHarness.look().observation.context)
  await page.close()
  const links = parseContext(context).flatMap(({ name }) => {
    const parts = name.split('.')
    return parts.pop() === 'view_product' ? [{ product: parts.pop() ?? '', region: parts.join('.') }] : []
  })
  const regions = Map.groupBy(links, ({ region }) => region)
  return new Map([...regions].map(([region, list]) => [region, list.map(({ product }) => product)]))
}

test('a product is called in the cart, and in what else is offered there, as in the results', async () => {
  const visitor = visit(createShop({ seed: 1 }))
  const path = '/search?q=jacket'
  const { text } = await visitor.get(path)
  const found = (await productsOn(text, path)).get('search_results') ?? []
  expect(found.length).toBeGreaterThan(10)
  expect(new Set(found).size).toBe(found.length)

  const ids = [...new Set([...text.matchAll(/name="product" value="(hp\d+)"/g)].map((match) => match[1] ?? ''))]
  for (const product of ids.slice(0, 4)) await visitor.post('/cart/add', { product, back: path })
  const cart = await productsOn((await visitor.get('/cart')).text, '/cart')
  const lines = cart.get('cart') ?? []
  expect(lines).toHaveLength(4)
  expect(lines.filter((product) => !found.includes(product))).toEqual([])
  const offered = cart.get('you_may_also_like') ?? []
  expect(offered.filter((product) => found.includes(product)).length).toBeGreaterThan(2)
})
