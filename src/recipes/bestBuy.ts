import type { Recipe } from '../../schemas/index.ts'

export const bestBuy: Recipe = {
  schema_version: 1,
  id: 'best-buy',
  title: 'Best Buy',
  hosts: ['bestbuy.com', 'bestbuy.ca'],
  dated: '2026-11-26',
  tried_on: [],
  pages: [
    { page_type: 'sign_in', address: '^/(?:identity|signin)\\b' },
    { page_type: 'order_history', address: '^/(?:profile/ss/orders|orders)\\b' },
    { page_type: 'checkout', address: '^/checkout\\b' },
    { page_type: 'reviews', address: '^/site/reviews/' },
    { page_type: 'product', address: '^/(?:site/.+/\\d+\\.p|product/)' },
    { page_type: 'search', address: '^/site/searchpage\\.jsp' },
    { page_type: 'cart', address: '^/cart\\b' },
    { page_type: 'deals', address: '^/(?:site/.*deals|deals)\\b' },
    { page_type: 'category', address: '^/site/.+\\.c(?:\\?|$)' },
    { page_type: 'home', address: '^/(?:\\?.*)?$' },
  ],
  parts: [
    { selector: '#gh-search-input, #autocomplete-search-bar', name: 'search_input', click_type: 'search' },
    { selector: '.add-to-cart-button', on: ['product', 'search'], name: 'add_to_cart', click_type: 'purchase' },
    { selector: '.sku-item-list, main .product-grid-view-container', on: ['search'], region: 'search_results' },
    { selector: '.sku-item, .product-list-item', on: ['search'], region: 'product' },
    { selector: '.facet-list, .facets-container', on: ['search'], region: 'refinements', optional: true },
    { selector: '.paging-list, .pagination-container', on: ['search'], region: 'pagination', optional: true },
    {
      selector: '.checkout-buttons__checkout button',
      on: ['cart'],
      name: 'checkout',
      click_type: 'purchase',
      optional: true,
    },
  ],
}
