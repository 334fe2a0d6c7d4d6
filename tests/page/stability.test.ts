import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContext } from '../../schemas/index.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

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
        { numRuns: 120, seed: 20261123 },
      )
    })
    expect(all).toBeGreaterThan(2000)
    const worst = [...changed].toSorted((a, b) => b[1] - a[1]).slice(0, 8)
    expect(kept / all, JSON.stringify(worst, null, 1)).toBeGreaterThanOrEqual(0.99)
  },
  120_000,
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
      { numRuns: 150, seed: 7 },
    )
  })
}, 120_000)
