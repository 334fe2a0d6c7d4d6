import { expect, test } from 'vitest'
import { makeCatalogue } from '../../src/demo/shop/catalogue/makeCatalogue.ts'
import { createShop } from '../../src/demo/shop/createShop.ts'
import { visit } from './support/visitor.ts'

const app = createShop({ seed: 1 })
const catalogue = makeCatalogue(1)
const [first, second] = catalogue.filter(({ stock }) => stock > 0)
const soldOut = catalogue.find(({ stock }) => stock === 0)
if (!first || !second || !soldOut) throw new Error('The catalogue lacks what these tests need.')

const cards = (text: string) => [...text.matchAll(/data-product="(hp\d+)"/g)].map((match) => match[1])
const lineIds = (text: string) => [
  ...new Set([...text.matchAll(/name="line" value="([^"]+)"/g)].map((match) => match[1])),
]

test.each([
  ['/', 200, 'Shop by category'],
  ['/search?q=tent', 200, 'Results for “tent”'],
  ['/search', 200, 'Everything we sell'],
  ['/search?q=xyzzy', 200, 'Nothing here matches'],
  ['/category/camp', 200, 'Camp &amp; sleep'],
  ['/category/none', 404, 'wandered off'],
  ['/deals', 200, 'Deals of the week'],
  [`/product/${first.id}`, 200, first.title],
  ['/product/hp1', 404, 'wandered off'],
  ['/cart', 200, 'Your cart is empty'],
  ['/sign-in', 200, 'current-password'],
  ['/help/returns', 200, 'Sixty days'],
  ['/help/none', 404, 'wandered off'],
  ['/order/HP-1', 404, 'wandered off'],
  ['/assets/shop.css', 200, '@layer shop'],
  ['/picture/hp1000-plaid-0.svg', 404, 'wandered off'],
])('GET %s answers %i with "%s"', async (path, status, words) => {
  const answer = await visit(app).get(path)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(words)
})

test('what is searched for is shown as text, never as markup', async () => {
  const { text } = await visit(app).get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(text).not.toContain('<script>alert')
})

test('every link and picture of the main pages leads somewhere', async () => {
  const visitor = visit(app)
  const seen = new Set<string>()
  for (const path of ['/', '/search?q=lamp', `/product/${first.id}`, '/deals', '/sign-in']) {
    const { text } = await visitor.get(path)
    for (const [, to] of text.matchAll(/(?:href|src)="(\/[^"#]*)/g)) seen.add((to ?? '').replaceAll('&amp;', '&'))
  }
  expect(seen.size).toBeGreaterThan(100)
  const dead: string[] = []
  for (const path of seen) if ((await visitor.get(path)).status !== 200) dead.push(path)
  expect(dead).toEqual([])
})

test('each card has two links to the same product, its price, rating in words and delivery', async () => {
  const { text } = await visit(app).get('/search?q=rain+jacket')
  const articles = text.match(/<article class="card"[\s\S]*?<\/article>/g) ?? []
  expect(articles).toHaveLength(16)
  for (const article of articles) {
    const links = [...article.matchAll(/href="(\/product\/[^"]+)"/g)].map((match) => match[1])
    expect(links).toHaveLength(2)
    expect(links[0]).toBe(links[1])
    expect(article).toMatch(/\$\d+\.\d\d/)
    expect(article).toMatch(/\d\.\d <span class="visually-hidden">out of 5 stars/)
    expect(article).toMatch(/elivery/)
  }
})

test.each([
  ['price-up', (a: number, b: number) => a - b],
  ['price-down', (a: number, b: number) => b - a],
])('sorting by %s', async (sort, order) => {
  const { text } = await visit(app).get(`/search?q=mug&sort=${sort}`)
  const prices = cards(text).map((id) => catalogue.find((product) => product.id === id)?.price ?? Number.NaN)
  expect(prices.length).toBeGreaterThan(5)
  expect(prices).toEqual([...prices].sort(order))
})

test('filters narrow, combine, and are links that take themselves off again', async () => {
  const visitor = visit(app)
  const all = await visitor.get('/category/clothing')
  const one = await visitor.get('/category/clothing?rating=4')
  const two = await visitor.get('/category/clothing?brand=Fernhill&brand=Lowland&rating=4')
  const total = (text: string) => Number(/of (\d+) products/.exec(text)?.[1])
  expect(total(one.text)).toBeLessThan(total(all.text))
  const shown = catalogue.filter(
    ({ kind, brand, rating }) => kind.category === 'clothing' && rating >= 4 && ['Fernhill', 'Lowland'].includes(brand),
  )
  expect(total(two.text)).toBe(shown.length)
  expect(two.text).toMatch(
    /href="\/category\/clothing\?brand=Fernhill&amp;brand=Lowland" rel="nofollow" aria-current="true"/,
  )
})

test('pages of results show every product once', async () => {
  const visitor = visit(app)
  const seen: (string | undefined)[] = []
  for (let page = 1; page <= 6; page++) seen.push(...cards((await visitor.get(`/category/clothing?page=${page}`)).text))
  const wanted = catalogue.filter(({ kind }) => kind.category === 'clothing').map(({ id }) => id)
  expect([...new Set(seen)].sort()).toEqual([...wanted].sort())
})

test('a purchase without client script: options, cart, edits, address, payment, order; each change redirects', async () => {
  const visitor = visit(app)
  const colour = first.colours.at(-1)
  const added = await visitor.post('/cart/add', {
    product: first.id,
    color: colour?.slug ?? '',
    size: 'S',
    quantity: '2',
  })
  expect(added.redirects).toEqual([303])
  expect(added.path).toMatch(/^\/cart\/added\//)
  expect(added.text).toContain(`${colour?.name}, S`)

  const quick = await visitor.post('/cart/add', { product: second.id, back: '/search?q=jacket' })
  expect(quick.path).toBe('/search?q=jacket&added=1')
  expect(quick.text).toMatch(/<aside id="cart-drawer"[^>]*aria-label="Added to your cart" >/)

  const cart = await visitor.get('/cart')
  const [newer, older] = lineIds(cart.text)
  expect(cart.text).toContain('Items (3)')
  expect((await visitor.post('/cart/quantity', { line: newer ?? '', quantity: '4' })).text).toContain('Items (6)')
  expect((await visitor.post('/cart/select', { line: newer ?? '' })).text).toContain('Items (2)')
  expect((await visitor.post('/cart/save', { line: newer ?? '' })).text).toContain('Saved for later')
  expect((await visitor.post('/cart/restore', { line: newer ?? '' })).text).not.toContain('Saved for later')
  expect((await visitor.post('/cart/remove', { line: newer ?? '' })).text).not.toContain(newer)
  expect(lineIds((await visitor.get('/cart')).text)).toEqual([older])

  const checkout = await visitor.get('/checkout')
  expect(checkout.path).toBe('/checkout/address')
  const tokens = [...checkout.text.matchAll(/<main[\s\S]*<\/main>/g)].flatMap((main) =>
    [...main[0].matchAll(/autocomplete="([^"]+)"/g)].map((match) => match[1]),
  )
  expect(tokens).toEqual([
    'shipping name',
    'email',
    'tel',
    'shipping street-address',
    'shipping address-level2',
    'shipping address-level1',
    'shipping postal-code',
  ])
  const payment = await visitor.post('/checkout/address', {
    name: 'Alex Rivera',
    email: 'alex@example.com',
    street: '27 Boathouse Road',
    city: 'Astoria',
    region: 'OR',
    postcode: '97103',
  })
  expect(payment.path).toBe('/checkout/payment')
  for (const token of ['cc-name', 'cc-number', 'cc-exp', 'cc-csc'])
    expect(payment.text).toContain(`autocomplete="${token}"`)
  const review = await visitor.post('/checkout/payment', { method: 'card', card_number: '4111 1111 1111 1111' })
  expect(review.path).toBe('/checkout/review')
  expect(review.text).toContain('Card ending in 1111')
  expect(review.text).not.toContain('4111')
  const order = await visitor.post('/checkout/place')
  expect(order.path).toMatch(/^\/order\/HP-\d{3}-\d{7}\/thank-you$/)
  expect(order.text).toContain(first.title)
  expect((await visitor.get('/cart')).text).toContain('Your cart is empty')
})

test('"Buy now" takes only that product to the checkout', async () => {
  const visitor = visit(app)
  await visitor.post('/cart/add', { product: second.id })
  await visitor.post('/sign-in', { email: 'jane@example.com', password: 'x' })
  expect((await visitor.post('/buy-now', { product: first.id })).path).toBe('/checkout/payment')
  const review = await visitor.post('/checkout/payment', { method: 'delivery' })
  const main = /<main[\s\S]*<\/main>/.exec(review.text)?.[0]
  expect(main).toContain(first.title)
  expect(main).not.toContain(second.title)
})

test('signed in, the header greets Jane and knows where she lives; signed out, it does not', async () => {
  const visitor = visit(app)
  const account = await visitor.post('/sign-in', { email: 'jane@example.com', password: 'x', next: '/account' })
  expect(account.text).toContain('Hello, Jane')
  expect(account.text).toContain('Deliver to Jane - Springfield 62704')
  expect((await visitor.post('/sign-out')).text).not.toMatch(/Jane|62704/)
  expect((await visitor.get('/account')).path).toBe('/sign-in?next=%2Faccount')
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('nobody is sent to %s', async (wish) => {
  const answer = await app.request('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ next: wish }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.headers.get('location')).toBe('/account')
})

test('two visitors do not share a cart', async () => {
  const [one, other] = [visit(app), visit(app)]
  await one.post('/cart/add', { product: first.id })
  expect((await other.get('/cart')).text).toContain('Your cart is empty')
})

test('what is sold out cannot be added', async () => {
  const visitor = visit(app)
  expect((await visitor.post('/cart/add', { product: soldOut.id })).status).toBe(404)
  expect((await visitor.get(`/product/${soldOut.id}`)).text).toContain('disabled>Sold out')
})

test('"helpful" counts once, and can be taken back', async () => {
  const visitor = visit(app)
  const page = `/product/${first.id}`
  const [, review, count] =
    /name="review" value="([^"]+)"[\s\S]*?data-count="(\d+)"/.exec((await visitor.get(page)).text) ?? []
  const countNow = async () =>
    Number(new RegExp(`value="${review}"[\\s\\S]*?data-count="(\\d+)"`).exec((await visitor.get(page)).text)?.[1])
  const answer = await visitor.post(`${page}/helpful`, { review: review ?? '' })
  expect(answer.path).toContain(`#${review}`)
  expect(await countNow()).toBe(Number(count) + 1)
  await visitor.post(`${page}/helpful`, { review: review ?? '' })
  expect(await countNow()).toBe(Number(count))
  await visitor.post(`${page}/helpful`, { review: 'not-a-review' })
  expect(await countNow()).toBe(Number(count))
})
