import { expect, test } from 'vitest'
import { addressOf, readSavedPages } from '../../bench/pages/readSavedPages.ts'

test.each([
  [
    'amazoncom-product-1',
    '<link rel="canonical" href="https://www.amazon.com/dp/B01">',
    'https://www.amazon.com/dp/B01',
  ],
  [
    'etsy-product',
    "<link href='https://www.etsy.com/listing/1?a=1&amp;b=2' rel='canonical'>",
    'https://www.etsy.com/listing/1?a=1&b=2',
  ],
  ['amazon-search-1', '<link rel="canonical" href="/s">', 'https://www.amazon.com/s?k=shirt'],
  ['amazoncom-signin', '', 'https://www.amazon.com/ap/signin'],
  ['amazoncouk-product', '', 'https://www.amazon.co.uk/dp/B000000000'],
  ['walmart-home', '<link rel="stylesheet" href="https://cdn.example/x.css">', 'https://www.walmart.com/'],
])('%s is served at an address of its shop', (file, html, expected) => {
  expect(addressOf(file, html)).toBe(expected)
})

test('no folder, no pages', () => {
  expect(readSavedPages('no/such/folder', '')).toEqual([])
})
