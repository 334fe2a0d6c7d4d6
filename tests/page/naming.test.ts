import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseContext } from '../../schemas/index.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

/** Names of what the selectors find, as `name click_type`. */
async function namesIn(html: string, selectors: string[], url?: string): Promise<(string | null)[]> {
  const page = await browser.open(html, url)
  try {
    return await page.evaluate((wanted) => pageHarness.namesOf(wanted), selectors)
  } finally {
    await page.close()
  }
}

const card = (title: string, id: number, price: string): string =>
  `<li><a href="/p/${id}"><img src="x.png" alt="${title}" width="50" height="50"></a><h3><a href="/p/${id}">${title}</a></h3>
   <span>${price}</span> <a href="/p/${id}#reviews">4.5 out of 5 stars</a> <button>Add to cart</button></li>`

const results = `<ul>${card('Columbia Shirt', 11, '$29.99')}${card('Wool Socks', 12, '$9.50')}${card('Rain Jacket', 13, '$80.00')}</ul>`

interface Row {
  what: string
  html: string
  url?: string
  /** Selector → `name click_type`. */
  names: Record<string, string | null>
}

const rows: Row[] = [
  {
    what: 'search in the header',
    html: `<header><a href="/">Home</a><form role="search" action="/search"><input name="q" placeholder="Search"><button>Go</button></form><a href="/cart">Cart (3)</a></header>`,
    names: {
      input: 'nav_bar.search_input search',
      button: 'nav_bar.search_button search',
      'a[href="/cart"]': 'nav_bar.view_cart nav_bar',
    },
  },
  {
    what: 'German search form of an old shop, told by its action',
    html: `<form action="/suche.php"><input name="begriff"><input type="image" src="go.gif"></form>`,
    names: { 'input[name]': 'search_input search', 'input[type=image]': 'search_button search' },
  },
  {
    what: 'rows of a table that begin alike, told apart by the cell in which they differ',
    html: `<table><tr><td>Acura</td><td>With sensor</td><td>Part 12W (front)</td><td><select name="a_1"><option>Silver</option><option>Gold</option></select></td><td><button>+add</button></td></tr>
      <tr><td>Acura</td><td>With sensor</td><td>Part 12R (rear)</td><td><select name="a_2"><option>Silver</option><option>Gold</option></select></td><td><button>+add</button></td></tr></table>`,
    names: {
      'tr:nth-child(1) button': 'add_part_12w_front other',
      'tr:nth-child(2) button': 'add_part_12r_rear other',
    },
  },
  {
    what: 'results as cards, one view_product each',
    url: 'https://shop.example/search?q=shirt',
    html: `<main><h1>Results</h1>${results}</main>`,
    names: {
      'li:nth-child(1) h3 a': 'search_results.columbia_shirt.view_product product_link',
      'li:nth-child(1) > a': 'search_results.columbia_shirt.view_product product_link',
      'li:nth-child(2) h3 a': 'search_results.wool_socks.view_product product_link',
      'li:nth-child(3) button': 'search_results.rain_jacket.add_to_cart purchase',
    },
  },
  {
    what: 'cards below a heading',
    html: `<main><section><h2>You may also like</h2>${results}</section></main>`,
    names: { 'li:nth-child(1) h3 a': 'you_may_also_like.columbia_shirt.view_product product_link' },
  },
  {
    what: 'two products of one title, told apart by their ids',
    html: `<main><ul>${card('Wool Socks', 100221, '$9.50')}${card('Wool Socks', 100222, '$9.90')}${card('Rain Jacket', 13, '$80')}</ul></main>`,
    names: {
      'li:nth-child(1) h3 a': 'wool_socks_100221.view_product product_link',
      'li:nth-child(2) h3 a': 'wool_socks_100222.view_product product_link',
    },
  },
  {
    what: 'a line of the cart has the name that the card had',
    url: 'https://shop.example/cart',
    html: `<main><div class="line"><a href="/p/11"><img src="x" alt="Columbia Shirt"></a><a href="/p/11">Columbia Shirt</a>
      <label>Quantity <input type="number" name="qty" value="2"></label><button>Remove</button> $29.99</div>
      <a href="/checkout" role="button">Proceed to checkout</a></main>`,
    names: {
      '.line > a:nth-of-type(2)': 'cart.columbia_shirt.view_product product_link',
      'input[name=qty]': 'cart.columbia_shirt.quantity quantity',
      '.line button': 'cart.columbia_shirt.remove cart_page_select',
      '[role=button]': 'cart.checkout purchase',
    },
  },
  {
    what: 'buy box with options',
    html: `<main><h1>Shirt</h1><form action="/cart/add"><div>$29.99</div>
      <fieldset><legend>Colour:</legend><label><input type="radio" name="c" value="r"> Red</label><label><input type="radio" name="c" value="g"> Green</label></fieldset>
      <label>Size <select name="size"><option>S</option><option selected>M</option></select></label>
      <label>Qty <input name="quantity" value="1"></label><button type="submit">Add to basket</button></form></main>`,
    names: {
      'input[value=r]': 'buy_box.colour.red product_option',
      'select[name=size]': 'buy_box.size product_option',
      'input[name=quantity]': 'buy_box.quantity quantity',
      button: 'buy_box.add_to_cart purchase',
    },
  },
  {
    what: 'swatches whose radio buttons are not shown',
    html: `<form action="/cart/add">$5 <fieldset><legend>Size</legend><input type="radio" id="a" hidden><label for="a">Small</label><input type="radio" id="b" hidden><label for="b">Large</label></fieldset><button>Buy now</button></form>`,
    names: { 'label[for=a]': 'buy_box.size.small product_option', 'label[for=b]': 'buy_box.size.large product_option' },
  },
  {
    what: 'refinements',
    url: 'https://shop.example/search?q=shirt',
    html: `<aside aria-label="Filters"><div><h3>Colour</h3><ul><li><a href="?c=red">Red (12)</a></li><li><a href="?c=blue">Blue (3)</a></li></ul></div>
      <div><h3>Brand</h3><label><input type="checkbox"> Acme</label><label><input type="checkbox"> Zenith</label></div></aside>`,
    names: {
      'a[href="?c=red"]': 'refinements.colour.red filter',
      'label:nth-of-type(2) input': 'refinements.brand.zenith filter',
    },
  },
  {
    what: 'paging and sorting',
    html: `<main><select name="sort"><option>Price</option></select><nav aria-label="Pagination"><a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=2" rel="next">Next</a></nav></main>`,
    names: {
      select: 'sort_by filter',
      'a:nth-of-type(2)': 'pagination.page_2 page_related',
      'a[rel]': 'pagination.next_page page_related',
    },
  },
  {
    what: 'carousel arrows',
    html: `<section aria-label="Deals"><button aria-label="Previous">‹</button>${results}<button>›</button></section>`,
    names: {
      'section > button:first-child': 'deals.previous page_related',
      'section > button:last-child': 'deals.next page_related',
    },
  },
  {
    what: 'suggestions below the search field',
    html: `<header><a href="/">Acme</a><form action="/search"><input type="search" name="q"></form><ul role="listbox" id="search-suggestions"><li role="option">red shirt</li><li role="option">red socks</li></ul></header>`,
    names: { 'li:nth-child(2)': 'nav_bar.suggestions.red_socks suggested_term' },
  },
  {
    what: 'reviews',
    html: `<main><section><h2>Customer reviews</h2><article><h4>Lovely</h4><p>I wear it every day.</p><button>Helpful</button></article><article><h4>Too small</h4><p>Order a size up.</p><button>Helpful</button></article></section></main>`,
    names: { 'article:nth-of-type(2) button': 'reviews.too_small.helpful review' },
  },
  {
    what: 'the same words in different places',
    html: `<main><div><h3>Shipping</h3><p>Two days.</p><a href="/s">Learn more</a></div><div><h3>Returns</h3><p>Free.</p><a href="/r">Learn more</a></div></main>`,
    names: { 'a[href="/s"]': 'shipping.learn_more other', 'a[href="/r"]': 'returns.learn_more other' },
  },
  {
    what: 'second link to one address in one region',
    html: `<nav aria-label="Help"><a href="/faq">Questions</a><a href="/faq">Questions</a></nav>`,
    names: { 'a:nth-of-type(2)': 'help.questions nav_bar' },
  },
  {
    what: 'a picture without words is named by where it leads',
    html: `<main><a href="/brands/acme-tools/"><img src="a.png" width="20" height="20"></a></main>`,
    names: { a: 'acme_tools other' },
  },
  {
    what: 'letters of any script stay',
    html: `<main><a href="/1">Женские сумки</a><a href="/2">特价商品</a><a href="/3">Größe &amp; Länge</a></main>`,
    names: {
      'a[href="/1"]': 'женские_сумки other',
      'a[href="/2"]': '特价商品 other',
      'a[href="/3"]': 'größe_länge other',
    },
  },
  {
    what: 'controls without a role of their own, known by the hand they show',
    html: `<style>.c{cursor:pointer}</style><main><div class="c"><span>Show all</span></div><p>Text</p></main>`,
    names: { span: 'show_all other', p: null },
  },
  {
    what: 'a button in a button’s clothes',
    html: `<span role="button" tabindex="0"><a href="/x">Details</a></span>`,
    names: { a: 'details other', span: 'details other' },
  },
  {
    what: 'open shadow roots and slots',
    html: `<main><x-buy><template shadowrootmode="open"><button><slot></slot></button></template><b>Add to cart</b></x-buy></main>`,
    names: { b: 'add_to_cart purchase' },
  },
  {
    what: 'what is hidden has no name',
    html: `<main><a id="a" href="/1" style="display:none">One</a><a id="b" href="/2" style="visibility:hidden">Two</a><div style="opacity:0"><a id="c" href="/3">Three</a></div>
      <details><summary id="s">More</summary><a id="d" href="/4">Four</a></details><div inert><a id="e" href="/5">Five</a></div>
<div style="display:contents"><a id="g" href="/7">Seven</a></div><div aria-hidden="true"><a id="h" href="/8">Eight</a></div></main>`,
    names: {
      '#a': null,
      '#b': null,
      '#c': null,
      '#d': null,
      '#e': null,
      '#g': 'seven other',
      '#h': 'eight other',
      '#s': 'more other',
    },
  },
  {
    what: 'counts in elements of their own, chosen states and places in a row are no part of a name',
    html: `<aside aria-label="Filters"><div><h3>Customer rating</h3><ul><li><a href="?r=4" aria-current="true"><span>4 stars &amp; up (chosen)</span> <span>16</span></a></li><li><a href="?r=3"><span>3 stars &amp; up</span> <span>22</span></a></li></ul></div>
      <div><h3>Price</h3><ul><li><a href="?p=1">$25 to $50 <i>3</i></a></li><li><a href="?p=2">$50 to $100 <i>12</i></a></li></ul></div>
      <div><h3>Model</h3><ul><li><a href="?m=1">Phone 12</a></li><li><a href="?m=2">Phone 13 <small>(8 items)</small></a></li></ul></div></aside>
      <section aria-label="Showing slide 1 of 3"><button><b>2</b> Saved shirts</button><button>Next</button></section>`,
    names: {
      'a[href="?r=4"]': 'refinements.customer_rating.4_stars_up filter',
      'a[href="?r=3"]': 'refinements.customer_rating.3_stars_up filter',
      'a[href="?p=2"]': 'refinements.price.50_to_100 filter',
      'a[href="?m=1"]': 'refinements.model.phone_12 filter',
      'a[href="?m=2"]': 'refinements.model.phone_13 filter',
      'section button': 'showing_slide.saved_shirts other',
    },
  },
  {
    what: 'what is done to a line of the cart is told by what is said beside its title',
    url: 'https://shop.example/cart',
    html: `<main><h2>Your cart</h2><ul><li><h3><a href="/p/11">Columbia Shirt</a></h3><label><input type="checkbox"> Buy now: Columbia Shirt</label><button aria-label="Remove Columbia Shirt">×</button><button>Gift wrap Columbia Shirt</button></li>
      <li><h3><a href="/p/12">Wool Socks</a></h3><button>Remove: Wool Socks</button></li></ul></main>`,
    names: {
      'li:nth-child(1) input': 'cart.columbia_shirt.buy_now cart_page_select',
      'li:nth-child(1) button': 'cart.columbia_shirt.remove cart_page_select',
      'li:nth-child(1) button:last-child': 'cart.columbia_shirt.gift_wrap cart_page_select',
      'li:nth-child(2) button': 'cart.wool_socks.remove cart_page_select',
    },
  },
  {
    what: 'a field keeps its name whatever is typed into it, a button whatever it opens',
    html: `<main><p>Unit 1</p><form id="x"><input name="note" value="typed"></form><form id="y"><input name="note" value="words"></form><button>Sort by</button><ul role="listbox" aria-label="Sort by"><li role="option">Price</li><li role="option">Newest</li></ul><a href="/s/1"><button>Blue plates</button></a></main>`,
    names: {
      '#x input': 'note other',
      'main > button': 'sort_by filter',
      li: 'sort_by_options.price filter',
      'a button': 'blue_plates other',
    },
  },
  {
    what: 'a link beside a way to buy does not name what is bought',
    html: `<main><h1>Game</h1><ul><li><p>$44</p><label>Quantity <select><option>1</option><option>2</option></select></label><button>Add to cart</button><a href="/notice">Notice</a><a href="/ask">Have a question?</a></li></ul></main>`,
    names: { button: 'buy_box.add_to_cart purchase', select: 'buy_box.quantity quantity' },
  },
  {
    what: 'the way from the front page, told by its class, and an amount beside a button',
    html: `<div class="Breadcrumbs"><a href="/">Home</a> / <a href="/cups">Cups</a></div><main><h1>Cup</h1><div><p>$5</p><input type="text" value="1"><button>Add to cart</button></div></main>`,
    names: { 'a[href="/cups"]': 'breadcrumb.cups nav_bar', input: 'buy_box.quantity quantity' },
  },
  {
    what: 'numbers that change are no part of a name',
    html: `<header><a href="/">x</a><a href="/m">Messages (12)</a><a href="/w">Wish list 3</a></header><main><button>Add to cart $29.99</button></main>`,
    names: { 'a[href="/m"]': 'nav_bar.messages nav_bar', button: 'add_to_cart purchase' },
  },
]

describe('names', () => {
  test.each(rows)('$what', async ({ html, url, names }) => {
    const selectors = Object.keys(names)
    const found = await namesIn(
      `<!doctype html><html lang="en"><title>Shop</title><body>${html}</body></html>`,
      selectors,
      url,
    )
    expect(Object.fromEntries(selectors.map((selector, index) => [selector, found[index]]))).toEqual(names)
  })
})

describe('names of well-known controls in many languages', () => {
  const words = [
    'In den Warenkorb',
    'Ajouter au panier',
    'Añadir al carrito',
    'Agregar al carro',
    'Aggiungi al carrello',
    'In winkelwagen',
    'Adicionar ao carrinho',
    'Dodaj do koszyka',
    'Do košíku',
    'Lägg i varukorgen',
    'Læg i kurv',
    'Legg i handlekurv',
    'Lisää ostoskoriin',
    'В корзину',
    'До кошика',
    'Sepete Ekle',
    'Kosárba',
    '加入购物车',
    'カートに入れる',
    '장바구니 담기',
  ] // prettier-ignore
  test('add_to_cart', async () => {
    const html = words.map(
      (word, index) =>
        `<section><h2>S${'abcdefghijklmnopqrstuvwxyz'[index]}</h2><p>Text</p><button id="b${index}">${word}</button></section>`,
    )
    const found = await namesIn(
      html.join(''),
      words.map((_, index) => `#b${index}`),
    )
    expect(
      found
        .map((name, index) => (name?.endsWith('.add_to_cart purchase') ? '' : `${words[index]}: ${name}`))
        .filter(Boolean),
    ).toEqual([])
  })
})

test('a context reads back as the names that the view gives', async () => {
  const html = `<header><a href="/">Home &amp; "more" &lt;b&gt;</a><input name="q" type="search" value='"x" <y>'></header><main>${results}</main>`
  const page = await browser.open(html)
  const { context, names } = await page.evaluate(() => {
    const view = pageHarness.look()
    const found = [...document.querySelectorAll('*')].flatMap((element) => view.nameOf(element) ?? [])
    return {
      context: view.observation.context,
      names: found.map((named) => ({ name: named.name, click_type: named.click_type })),
    }
  })
  await page.close()
  const parsed = parseContext(context).map(({ name, click_type }) => ({ name, click_type }))
  const unique = [...new Map(names.map((named) => [named.name, named])).values()]
  const order = (list: { name: string }[]) => list.toSorted((a, b) => a.name.localeCompare(b.name))
  expect(order(parsed)).toEqual(order(unique))
  expect(parseContext(context).find(({ name }) => name === 'nav_bar.search_input')?.attributes.value).toBe('"x" <y>')
  expect(context).toContain('$29.99')
})

test('a price said on the second of two links to the same is kept', async () => {
  const page = await browser.open(
    '<main><h2>Game</h2><a href="/g/1">Top Pre-order</a><p>PS4</p><a href="/g/1">Pre-order <b>£39.99</b></a></main>',
  )
  const context = await page.evaluate(() => pageHarness.look().observation.context)
  await page.close()
  expect(context.match(/<a /g)).toHaveLength(1)
  expect(context).toContain('£39.99')
})

test('values of sensitive fields are never read, others are scrubbed', async () => {
  const page = await browser.open(
    `<form><label>Code <input name="secret_code" value="1234"></label><label>Password <input type="password" value="hunter2"></label>
     <label>Colour <input name="colour" value="my SECRET colour"></label><label>Town <select name="secret_town"><option selected>Springfield</option></select></label>
     <div contenteditable="true" aria-label="Message">typed SECRET words</div><p>Hello SECRET</p></form>`,
  )
  const context = await page.evaluate(() => pageHarness.look().observation.context)
  await page.close()
  for (const word of ['1234', 'hunter2', 'SECRET', 'Springfield']) expect(context).not.toContain(word)
  expect(context).toContain('value="my [word] colour"')
  expect(context).toContain('Hello [word]')
})

test('an excluded page keeps its type and origin, nothing else', async () => {
  const page = await browser.open(
    '<title>Mine</title><form><input type="password"><button>Sign in</button></form>',
    'https://shop.example/login?next=x',
  )
  const seen = await page.evaluate(() => {
    const view = pageHarness.look({ excludedPageTypes: ['sign_in'] })
    const button = document.querySelector('button') as Element
    return { observation: view.observation, element: view.elementOf(button) === button, name: view.nameOf(button) }
  })
  await page.close()
  expect(seen).toEqual({
    observation: {
      url: 'https://shop.example',
      title: '',
      page_type: 'sign_in',
      language: '',
      context: '',
      recipe: null,
    },
    element: true,
    name: null,
  })
})

test('nothing is written into the page', async () => {
  const page = await browser.open(`<main>${results}</main>`)
  const changed = await page.evaluate(() => {
    const before = document.documentElement.outerHTML
    const records: MutationRecord[] = []
    const observer = new MutationObserver((list) => records.push(...list))
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    pageHarness.look()
    records.push(...observer.takeRecords())
    return records.length > 0 || before !== document.documentElement.outerHTML
  })
  await page.close()
  expect(changed).toBe(false)
})
