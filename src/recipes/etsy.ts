import type { Recipe } from '../../schemas/index.ts'

export const etsy: Recipe = {
  schema_version: 1,
  id: 'etsy',
  title: 'Etsy',
  hosts: ['etsy.com'],
  dated: '2026-11-26',
  tried_on: ['etsy.com listing, Spanish'],
  note: 'Search, categories and the cart are untried.',
  pages: [
    { page_type: 'sign_in', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:signin|join)\\b' },
    { page_type: 'order_history', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/)?your/purchases' },
    { page_type: 'messages', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/)?messages\\b' },
    { page_type: 'product', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/)?listing/\\d' },
    { page_type: 'search', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/)?search\\b' },
    { page_type: 'cart', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/)?cart(?:[/?]|$)' },
    { page_type: 'category', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:c|market|shop)/' },
    { page_type: 'home', address: '^/(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:\\?.*)?$' },
  ],
  parts: [
    { selector: '#global-enhancements-search-query', name: 'search_input', click_type: 'search' },
    { selector: '[data-id="gnav-search-submit-button"]', name: 'search_button', click_type: 'search', optional: true },
    { selector: '#global-enhancements-search-suggestions', region: 'suggestions', optional: true },
    { selector: '#gnav-header', region: 'nav_bar', optional: true },
    {
      selector: '#listing-page-cart form button[type="submit"], [data-add-to-cart-button] button',
      on: ['product'],
      name: 'add_to_cart',
      click_type: 'purchase',
      optional: true,
    },
    { selector: '#listing-page-cart', on: ['product'], region: 'buy_box' },
    {
      selector: '[data-buy-box-region="variations"] select, select[id^="variation-selector"]',
      on: ['product'],
      click_type: 'product_option',
      optional: true,
    },
    { selector: '#reviews', on: ['product'], region: 'reviews', optional: true },
    { selector: '[data-search-results]', on: ['search'], region: 'search_results' },
    { selector: '#search-filter-reset-form', on: ['search'], region: 'refinements', optional: true },
  ],
}
