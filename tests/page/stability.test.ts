import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContext } from '../../schemas/index.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'
import { hasSharedPages, labelledPages, sharedPages } from '../support/pageShared.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

/** Disturbances of each saved page; set, it also takes all pages rather than some, and prints what became of each. */
const RUNS = Number(process.env.SHOPTRACE_RUNS) || 0

const TITLES = [
  'Columbia Fleece Shirt',
  'Merino Wool Socks',
  'Alpine Rain Jacket',
  'Canvas Day Pack',
  'Cotton Cap',
  'Leather Belt',
  'Trail Shoes',
  'Linen Trousers',
] // prettier-ignore

const card = (title: string, index: number): string =>
  `<li class="card"><a href="/p/${4000 + index}"><img src="${index}.png" alt="${title}" width="40" height="40"></a>
   <div><a class="title" href="/p/${4000 + index}">${title}</a><span class="price">$${10 + index}.99</span>
   <a href="/p/${4000 + index}#reviews">4.${index} out of 5 stars</a></div><button>Add to cart</button></li>`

const header = `<header><a href="/">Acme</a><form role="search" action="/search"><input name="q"><button>Search</button></form>
  <nav><ul><li><a href="/new">New in</a></li><li><a href="/women">Women</a></li><li><a href="/men">Men</a></li></ul></nav><a href="/cart">Cart</a></header>`
const footer = `<footer><div><h3>Help</h3><ul><li><a href="/contact">Contact</a></li><li><a href="/faq">Questions</a></li></ul></div>
  <div><h3>About</h3><ul><li><a href="/jobs">Jobs</a></li><li><a href="/press">Press</a></li></ul></div></footer>`
const advert = '<div data-removable><a href="/ad">Sponsored: new phones</a><img src="ad.png" alt=""></div>'

const PAGES: Record<string, string> = {
  'https://shop.example/search?q=clothes': `${header}<main><h1>Results</h1>${advert}<aside aria-label="Filters"><div><h3>Colour</h3>
      <label><input type="checkbox"> Red</label><label><input type="checkbox"> Blue</label></div><div><h3>Brand</h3>
      <label><input type="checkbox"> Acme</label><label><input type="checkbox"> Zenith</label></div></aside>
      <select name="sort"><option>Relevance</option></select><ul class="results">${TITLES.map(card).join('')}</ul>${advert}
      <nav aria-label="Pagination"><a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=2">Next</a></nav></main>${footer}`,
  'https://shop.example/p/4001': `${header}<main>${advert}<div><h1>Merino Wool Socks</h1><span>$11.99</span>
      <form action="/cart/add"><fieldset><legend>Size</legend><label><input type="radio" name="s"> Small</label><label><input type="radio" name="s"> Large</label></fieldset>
      <label>Quantity <input name="qty" value="1"></label><button>Add to cart</button><button>Buy now</button></form></div>
      <section><h2>Customers also bought</h2><ul>${TITLES.slice(2, 6).map(card).join('')}</ul></section>${advert}
      <section><h2>Customer reviews</h2><article><h4>Warm</h4><p>Very warm in winter, and they last.</p><button>Helpful</button></article>
      <article><h4>Too small</h4><p>Order one size larger than usual.</p><button>Helpful</button></article></section></main>${footer}`,
  'https://shop.example/cart': `${header}<main><h1>Cart</h1>${advert}<div data-sortable>${TITLES.slice(0, 3)
    .map(
      (title, index) =>
        `<div class="line"><a href="/p/${4000 + index}"><img src="x" alt="${title}" width="9" height="9"></a><a href="/p/${4000 + index}">${title}</a><span>$${index}.50</span><input name="qty" aria-label="Quantity" value="1"><button>Remove</button></div>`,
    )
    .join('')}</div><aside><p>Subtotal $9.00</p><a href="/checkout">Proceed to checkout</a></aside></main>${footer}`,
}

async function withPage<T>(url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.open(`<!doctype html><html lang="en"><body>${PAGES[url]}</body></html>`, url)
  try {
    return await work(page)
  } finally {
    await page.close()
  }
}

test.each(Object.keys(PAGES))(
  'of the names of %s, 99 in 100 outlast changes that do not concern them',
  async (url) => {
    let kept = 0
    let all = 0
    const changed = new Map<string, number>()
    await withPage(url, async (page) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(999), { minLength: 8, maxLength: 40 }), async (numbers) => {
          const names = await page.evaluate(
            ([html, list]) => {
              document.body.innerHTML = html
              return pageHarness.namesAround(list)
            },
            [PAGES[url] as string, numbers] as const,
          )
          for (const { before, after } of names) {
            all++
            if (before === after) kept++
            else changed.set(`${before} → ${after}`, (changed.get(`${before} → ${after}`) ?? 0) + 1)
          }
        }),
        { numRuns: Math.max(RUNS, 40), seed: 20261123 },
      )
    })
    expect(all).toBeGreaterThan(700)
    const worst = [...changed].toSorted((a, b) => b[1] - a[1]).slice(0, 8)
    expect(kept / all, JSON.stringify(worst, null, 1)).toBeGreaterThanOrEqual(0.99)
  },
  120_000,
)

/** Pages that differ from each other; the rest in a longer run. */
const SOME = /cart-1|search-1|product-4|ebay|costco|brooklyn|avastkorea|gsm-komplekt|1000bulbs.com-0|mindfactory/
const saved = [...sharedPages, ...labelledPages()].filter(({ name }) => RUNS > 0 || SOME.test(name))

test.skipIf(!hasSharedPages)(
  'on saved pages of real shops too, under adverts, removals, moves, renamed classes and re-rendering, and on a return',
  async () => {
    let kept = 0
    let all = 0
    const changed: string[] = []
    const differ: string[] = []
    const table: string[] = []
    for (const { name: file, url, read } of saved) {
      const contexts: string[] = []
      let own = 0
      let keptOfOwn = 0
      for (const again of [false, true]) {
        const page = await browser.open(read(), url, true)
        contexts.push(await page.evaluate(() => pageHarness.look().observation.context))
        const samples = fc.array(fc.nat(99_999), { minLength: 8, maxLength: 40 })
        for (const numbers of again ? [] : fc.sample(samples, { numRuns: RUNS || 2, seed: 20261126 })) {
          const names = await page.evaluate((list) => pageHarness.namesAround(list), numbers)
          const lost = names.filter(({ before, after }) => before !== after)
          own += names.length
          keptOfOwn += names.length - lost.length
          changed.push(...lost.map(({ before, after }) => `${file}: ${before} → ${after}`))
        }
        await page.close()
      }
      const names = parseContext(contexts[0] as string).map(({ name }) => name)
      expect(new Set(names).size, file).toBe(names.length)
      if (contexts[0] !== contexts[1]) differ.push(file)
      all += own
      kept += keptOfOwn
      table.push(`${file}\t${names.length} names\t${((100 * keptOfOwn) / own).toFixed(2)} % of ${own}`)
    }
    if (RUNS > 0) console.log([...table, `all\t${((100 * kept) / all).toFixed(3)} % of ${all}`].join('\n'))
    expect(differ).toEqual([])
    expect(all).toBeGreaterThan(3000)
    expect(kept / all, changed.slice(0, 60).join('\n')).toBeGreaterThanOrEqual(0.99)
  },
  1_800_000,
)

test('every name of a page is its own, whatever stands on it', async () => {
  await withPage('https://shop.example/cart', async (page) => {
    const words = fc.constantFrom('Edit', 'Add to cart', 'Learn more', 'Next', '', '…', 'Größe', '$3', 'Wool Socks')
    const element = fc.record({
      tag: fc.constantFrom('a', 'button', 'li', 'section', 'h3', 'div', 'label', 'input', 'p'),
      text: words,
      href: fc.constantFrom('/a', '/b?id=1', '/b?id=2', '#', ''),
      depth: fc.nat(4),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(element, { minLength: 5, maxLength: 60 }), async (list) => {
        const { names, again } = await page.evaluate((elements) => {
          document.body.innerHTML = ''
          const stack: Element[] = [document.body]
          for (const { tag, text, href, depth } of elements) {
            const node = document.createElement(tag)
            if (text) node.append(text)
            if (tag === 'a') node.setAttribute('href', href)
            stack.length = Math.min(stack.length, depth + 1)
            stack.at(-1)?.append(node)
            stack.push(node)
          }
          const contextOf = () => pageHarness.look().observation.context
          return { names: contextOf(), again: contextOf() }
        }, list)
        expect(again).toBe(names)
        const parsed = parseContext(names).map(({ name }) => name)
        expect(new Set(parsed).size).toBe(parsed.length)
      }),
      { numRuns: Math.max(RUNS, 60), seed: 7 },
    )
  })
}, 120_000)
