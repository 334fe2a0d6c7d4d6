import { expect, test } from 'vitest'
import { namePattern } from '../../../src/predict/ranker/namePattern.ts'

test.each([
  ['nav_bar.search_input', 'nav_bar', 'search_input', 'nav_bar>search_input', 'nav_bar'],
  [
    'search_results.columbia_shirt.view_product',
    'search_results',
    'view_product',
    'search_results>view_product',
    'search_results.columbia_shirt',
  ],
  ['reviews.review_12', 'reviews', 'review', 'reviews>review', 'reviews'],
  ['pagination.3', 'pagination', '3', 'pagination>3', 'pagination'],
  ['logo', '', 'logo', '>logo', ''],
])('%s', (name, region, leaf, pattern, group) => {
  expect(namePattern(name)).toEqual({ region, leaf, pattern, group })
})
