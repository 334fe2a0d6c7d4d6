import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Recipe } from '../../schemas/index.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

const LAMPS: Recipe = {
  schema_version: 1,
  id: 'lamps',
  title: 'Lamps',
  hosts: ['lamps.example'],
  dated: '2026-11-26',
  tried_on: [],
  pages: [
    { page_type: 'deals', address: '^/x/\\d+' },
    { page_type: 'home', selector: '#never' },
  ],
  parts: [
    { selector: '.k1', region: 'search_results' },
    { selector: '.k1 > div', on: ['deals'], region: 'product' },
    { selector: '.go', name: 'add_to_cart', click_type: 'purchase' },
    { selector: '.wrap', region: 'section', name: 'lamp_finder', click_type: 'filter' },
    { selector: '#gone', name: 'gone' },
    { selector: '#also-gone', name: 'gone', optional: true },
    { selector: 'div:::', name: 'unreadable' },
  ],
}

const HTML = `<!doctype html><html><body><main><div class="k1">
  <div><p><a href="/a">Brass lamp</a></p><b>€ 9,00</b><span class="go" style="cursor:pointer">Mine</span></div>
  <div><p><a href="/b">Glass lamp</a></p><b>€ 7,00</b><span class="go" style="cursor:pointer">Mine</span></div></div>
  <div class="wrap"><div><p>Which room?</p><button id="hall">Hall</button><button>Attic</button></div></div></main></body></html>`

async function read(url: string, options: object = {}, html = HTML) {
  const page = await browser.open(html, url)
  const seen = await page.evaluate(
    ([wanted, selectors]) => ({
      observation: pageHarness.look(wanted).observation,
      names: pageHarness.namesOf([...selectors], wanted),
    }),
    [{ recipe: LAMPS, ...options }, ['.k1 > div:nth-child(2) a', '.k1 > div:nth-child(1) .go', '#hall']] as const,
  )
  await page.close()
  return seen
}

test('a recipe says what a page, its parts and its controls are, and reports the rules that miss', async () => {
  const { observation, names } = await read('https://lamps.example/x/7')
  expect(names).toEqual([
    'search_results.glass_lamp.view_product product_link',
    'search_results.brass_lamp.add_to_cart purchase',
    'lamp_finder.hall filter',
  ])
  expect(observation).toMatchObject({
    page_type: 'deals',
    recipe: 'lamps',
    recipe_health: { page: true, matched: 4, missed: ['#gone', 'div:::'] },
  })
})

test('a page that no rule tells is judged the generic way, and that is reported', async () => {
  const { observation } = await read('https://lamps.example/search?q=lamp')
  expect(observation.page_type).toBe('search')
  expect(observation.recipe_health).toEqual({ page: false, matched: 3, missed: ['#gone', 'div:::'] })
})

test('no recipe makes a private page public', async () => {
  const html = '<!doctype html><body><form><input type="password"><button>Sign in</button></form></body>'
  const { observation } = await read('https://lamps.example/x/7', { excludedPageTypes: ['sign_in'] }, html)
  expect(observation).toMatchObject({ page_type: 'sign_in', context: '', recipe: null })
  expect(observation.recipe_health).toBeUndefined()
})

test('the same page read twice with a recipe is the same observation', async () => {
  const page = await browser.open(HTML, 'https://lamps.example/x/7')
  const count = await page.evaluate((wanted) => {
    const { seen, watcher, stop } = pageHarness.watch({ recipe: wanted })
    watcher.current()
    watcher.again()
    watcher.current()
    stop()
    return seen.length
  }, LAMPS)
  await page.close()
  expect(count).toBe(1)
})
