import { expect, test } from 'vitest'
import { idOfAddress, wordsOfAddress } from '../../src/page/address.ts'
import { slug, withoutNumbers } from '../../src/page/slug.ts'
import { destinationOf } from '../../src/read/destinationOf.ts'
import { placeOf } from '../../src/text/placeOf.ts'
import { hasPrice } from '../../src/text/price.ts'

test.each([
  ['Columbia Men’s Shirt', 'columbia_mens_shirt'],
  ['  --Best *Sellers*!  ', 'best_sellers'],
  ['Größe & Länge', 'größe_länge'],
  ['特价 商品', '特价_商品'],
  ['हिन्दी', 'हिन्दी'],
  ['…', ''],
  ['Collagen Peptides Type 1 & 3 Collagen Powder 500g', 'collagen_peptides_type_1_3_collagen'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%s → %s', (text, name) => expect(slug(text)).toBe(name))

test.each([
  ['Red (12)', 'Red'],
  ['Add to cart $29.99', 'Add to cart'],
  ['Only 1.299,00 € today', 'Only   today'],
  ['Ends in 02:13:12', 'Ends in'],
  ['iPhone 15', 'iPhone 15'],
])('what lasts of %s', (text, rest) => expect(withoutNumbers(text)).toBe(rest))

test.each([
  ['$29.99', true],
  ['1 299 kr', true],
  ['29,99 €', true],
  ['¥1,200', true],
  ['1290 руб.', true],
  ['4.5 out of 5', false],
  ['24 kron', false],
])('%s is a price: %s', (text, is) => expect(hasPrice(text)).toBe(is))

test.each([
  ['/Title-Words/dp/B00X/ref=sr_1_1?keywords=a', '/Title-Words/dp/B00X?th=1#reviews', true],
  ['/item.asp?id=1&from=home', '/item.asp?id=1', true],
  ['/item.asp?id=1', '/item.asp?id=2', false],
  ['/s?k=shirt&ref=a', '/s?k=socks&ref=a', false],
  ['?price=20-30', '?price=30-40', false],
  ['/item.asp?id=1&sid=77', '/item.asp?id=1&sid=78', true],
])('%s and %s lead to one place: %s', (one, other, same) => expect(placeOf(one) === placeOf(other)).toBe(same))

test('an address behind a counter of clicks', () => {
  expect(destinationOf('/click?x=1&url=%2FTitle%2Fdp%2FB00X%2Fref%3Da&y=2')).toBe('/Title/dp/B00X/ref=a')
  expect(destinationOf('https://ads.example/c/abc/https://shop.example/p/1')).toBe('https://shop.example/p/1')
  expect(destinationOf('/search?url=search-alias%3Daps')).toBe('/search?url=search-alias%3Daps')
})

test('words and ids of addresses', () => {
  expect(wordsOfAddress('/brands/acme-tools/')).toBe('acme-tools')
  expect(wordsOfAddress('/e/David-Baldacci/e/B000AQ0STC')).toBe('David-Baldacci')
  expect(wordsOfAddress('/%E0%A4%A')).toBe('')
  expect(idOfAddress('/wool-socks/p/100221.html')).toBe('100221')
  expect(idOfAddress('/detail?product_id=42ab')).toBe('42ab')
})
