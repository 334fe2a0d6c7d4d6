import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseContext } from '../../schemas/index.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'
import { hasSharedPages, labelledPages, sharedPages } from '../support/pageShared.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

/** What a context may take at most, o200k tokens; half of the product pages must do with 10,000. */
const mostTokens = (name: string): number => (name.includes('search') ? 12_000 : 11_000)
const tokensOfProducts: number[] = []
const TYPES: [RegExp, string][] = [
  [/cart/, 'cart'],
  [/search/, 'search'],
  [/home/, 'home'],
  [/order/, 'order_history'],
  [/signin/, 'sign_in'],
  [/product/, 'product'],
]

describe.skipIf(!hasSharedPages)('saved pages of real shops', () => {
  test.each(sharedPages)(
    '$name',
    async ({ name, url, read }) => {
      const page = await browser.open(read(), url)
      const seen = await page.evaluate(() => ({
        first: pageHarness.look().observation,
        second: pageHarness.look().observation,
        viewport: pageHarness.unnamed(true),
        whole: pageHarness.unnamed(false),
      }))
      await page.close()
      const { context, page_type } = seen.first
      const names = parseContext(context).map((element) => element.name)
      expect(names.length).toBeGreaterThan(10)
      expect(new Set(names).size).toBe(names.length)
      expect(Math.max(...names.map((each) => each.length))).toBeLessThanOrEqual(400)
      expect(seen.second).toEqual(seen.first)
      expect(seen.viewport.missing).toEqual([])
      expect(seen.whole.missing.length, seen.whole.missing.join('\n')).toBeLessThanOrEqual(seen.whole.all / 100)
      expect(page_type).toBe(TYPES.find(([pattern]) => pattern.test(name))?.[1])
      expect(encode(context).length).toBeLessThanOrEqual(mostTokens(name))
    },
    60_000,
  )
})

/**
 * Labelled forms that cannot be told: a sort form and a set of filters that are labelled as search, a search by
 * model without any text, order forms without a button, a form for a promotion code.
 */
const UNTOLD = new Set([
  'html/carseatcover.com-2.html:2:b',
  'html/shop.dunkindonuts.com-1.html:1:b',
  'html/shop.dunkindonuts.com-1.html:2:b',
  'html/theb52s.shop.livenation.com-0.html:0:s',
  'html/www.crochetmagazine.com-0.html:3:b',
  'html/www.heatshieldstore.com-0.html:1:s',
  'html/www.sumka-style.ru-0.html:2:s',
  'html/www.worldsoccershop.com-3.html:1:b',
])
const TOLD: Record<string, RegExp> = {
  b: /(?:^|\.)(?:add_to_cart|buy_now|place_order|checkout)[^.:]*:purchase$/,
  s: /(?:^|\.)search_input[^.:]*:search$/,
}

describe.skipIf(!hasSharedPages)('forms that people have labelled', () => {
  test('are told, all but the ones listed', async () => {
    const untold: string[] = []
    let all = 0
    for (const { name, url, labels, read } of labelledPages()) {
      const page = await browser.open(read(), url)
      const forms = await page.evaluate(() => pageHarness.namesOfForms())
      await page.close()
      for (const [index, label] of labels.entries()) {
        const pattern = TOLD[label]
        if (!pattern) continue
        all++
        if (!forms[index]?.some((each) => pattern.test(each))) untold.push(`${name}:${index}:${label}`)
      }
    }
    expect(all).toBeGreaterThan(40)
    expect(untold.filter((each) => !UNTOLD.has(each))).toEqual([])
  }, 180_000)
})
