import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

/** Shops whose links lead nowhere and whose pages are drawn by scripts and style sheets. */
let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

async function namesIn(html: string, selectors: string[], url?: string): Promise<(string | null)[]> {
  const page = await browser.open(html, url)
  try {
    return await page.evaluate((wanted) => pageHarness.namesOf(wanted), selectors)
  } finally {
    await page.close()
  }
}

const STYLE = '<style>.bag{display:block;width:40px;height:40px}.tile a{cursor:pointer}</style>'
const BAG =
  '<div class="bar"><button>Open Menu</button><b>Shop</b><a class="bag shopping_bag_link" data-test="bag-link">'

const tile = (id: number, title: string, button: string): string =>
  `<div class="tile"><div><a href="#" id="i${id}"><img src="x.png" alt="${title}" width="60" height="60"></a></div>
   <div><div><a href="#" id="t${id}"><div>${title}</div></a><div>A thing to have, with a long and friendly description
   of all that it can do.</div></div><div><div>$${id}9.99</div><button id="b${id}">${button}</button></div></div></div>`

const tiles = (buttons: string[]): string =>
  ['Camp Lantern', 'Steel Mug', 'Wool Hat'].map((title, n) => tile(n + 1, title, buttons[n] ?? '')).join('')

const ADD = ['Add to cart', 'Add to cart', 'Add to cart']

test('tiles whose links a script handles are products, named by their titles', async () => {
  const html = `${STYLE}${BAG}</a></div><div class="grid">${tiles(ADD)}</div>`
  expect(await namesIn(html, ['#t1', '#i1', '#b1', '#t2', '#b3'])).toEqual([
    'camp_lantern.view_product product_link',
    'camp_lantern.view_product product_link',
    'camp_lantern.add_to_cart purchase',
    'steel_mug.view_product product_link',
    'wool_hat.add_to_cart purchase',
  ])
})

test('a tile already in the cart keeps its name, and does not turn the list into a cart', async () => {
  const html = `${STYLE}${BAG}</a></div><div class="grid">${tiles(['Remove', 'Add to cart', 'Add to cart'])}</div>`
  expect(await namesIn(html, ['#t1', '#b2', '#t3'])).toEqual([
    'camp_lantern.view_product product_link',
    'steel_mug.add_to_cart purchase',
    'wool_hat.view_product product_link',
  ])
})

test('a product page with a button to take it out again is no cart', async () => {
  const html = `${STYLE}${BAG}1</a></div><div><button id="back">Back to products</button><div><div>Camp Lantern</div>
    <div>$19.99</div><button>Remove</button></div></div>`
  expect(await namesIn(html, ['#back'])).toEqual(['back_to_products other'])
})

test.each(['', '3', '12'])(
  'a drawn link without words or address leads to the cart where its class says so, whatever it counts: "%s"',
  async (count) => {
    const [name] = await namesIn(`${STYLE}${BAG}${count}</a></div><main><a href="/x">Else</a></main>`, ['.bag'])
    expect(name).toMatch(/^view_cart /)
  },
)
