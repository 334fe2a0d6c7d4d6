import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

/** Forms of old and foreign shops: what the first match of each selector is named, without regions, and its click type. */
const rows: [string, string, Record<string, string>][] = [
  [
    'a search told by its field alone, sent by a picture',
    '<form action="/go"><input name="suchbegriff"><input type="image" src="/img/btn_go.gif"></form>',
    { 'input[name]': 'search_input search', 'input[type=image]': 'search_button search' },
  ],
  [
    'a search without a form, its icon drawn by a style sheet',
    '<div><input name="q"><a href="javascript:find()" class="ico-search"><img src="x.gif" alt=""></a></div>',
    { input: 'search_input search', a: 'search_button search' },
  ],
  [
    'a sign-up in a form that says search',
    '<form action="/search.aspx"><input name="txtNewsletter" placeholder="Your e-mail"><button>Sign up</button></form>',
    { input: 'your_e_mail other', button: 'sign_up other' },
  ],
  [
    'a message to the shop',
    '<form action="/order-now#contact"><input name="your-name"><textarea name="text"></textarea><button>Send</button></form>',
    { textarea: 'text other', button: 'send other' },
  ],
  [
    'an order told by the file name of a picture',
    '<form><input name="vwquantity0" value="1"></form><div><p>€ 12,00</p><a href="javascript:check()"><img src="/g/AddToCart.png"></a></div>',
    { input: 'quantity quantity', a: 'add_to_cart purchase' },
  ],
  [
    'an order told by the quantity beside it',
    '<form action="/p/7"><input name="anzahl" value="1"><input type="submit" value="OK"></form>',
    { 'input[name]': 'quantity quantity', 'input[type=submit]': 'add_to_cart purchase' },
  ],
  [
    'an order told by what the form carries',
    '<form action="https://pay.example/x"><input type="hidden" name="action" value="add_product"><select name="os0"><option>Red</select><button>OK</button></form>',
    { button: 'add_to_cart purchase' },
  ],
  [
    'an order whose button stands after its form',
    '<div><form action="/process/order"><input name="address_1"><input name="zip"></form><p><a href="" onclick="go()"><img src="b.png" alt="Go!"></a></p></div>',
    { a: 'place_order purchase' },
  ],
  [
    'a change of quantity',
    '<form action="/item"><input name="qty" value="1"><button>Update</button></form>',
    { input: 'quantity quantity', button: 'update other' },
  ],
  [
    'a finder that asks by lists',
    '<form action="/vehicle-search"><select name="year"><option>2016</select><select name="make"><option>Acura</select><button>Next</button></form>',
    { button: 'search_button search' },
  ],
  [
    'a form that narrows a list down',
    '<form class="smart-filter"><label><input type="checkbox"> Red</label><label><input type="checkbox"> Blue</label><input name="max"></form>',
    { 'label:nth-child(1) input': 'red filter', 'input[name=max]': 'max filter' },
  ],
] // prettier-ignore

test.each(rows)('%s', async (_, html, expected) => {
  const page = await browser.open(`<!doctype html><html><body><main>${html}</main></body></html>`)
  const selectors = Object.keys(expected)
  const found = await page.evaluate((wanted) => pageHarness.namesOf(wanted), selectors)
  await page.close()
  const leaves = found.map((name) => name?.replace(/^(?:[^. ]+\.)+/, ''))
  expect(Object.fromEntries(selectors.map((selector, index) => [selector, leaves[index]]))).toEqual(expected)
})
