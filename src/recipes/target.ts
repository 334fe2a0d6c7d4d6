import type { Recipe } from '../../schemas/index.ts'

export const target: Recipe = {
  schema_version: 1,
  id: 'target',
  title: 'Target',
  hosts: ['target.com'],
  dated: '2026-11-26',
  tried_on: [],
  pages: [
    { page_type: 'sign_in', address: '^/login\\b' },
    { page_type: 'order_history', address: '^/orders\\b' },
    { page_type: 'account', address: '^/account\\b' },
    { page_type: 'checkout', address: '^/checkout\\b' },
    { page_type: 'product', address: '^/p/' },
    { page_type: 'search', address: '^/s(?:[/?]|$)' },
    { page_type: 'cart', address: '^/cart\\b' },
    { page_type: 'deals', address: '^/c/(?:top-deals|clearance)' },
    { page_type: 'category', address: '^/c/' },
    { page_type: 'home', address: '^/(?:\\?.*)?$' },
  ],
  parts: [
    { selector: 'input[data-test="@web/Search/SearchInput"], #search', name: 'search_input', click_type: 'search' },
    {
      selector:
        '[data-test="shippingButton"], [data-test="orderPickupButton"], [data-test="scheduledDeliveryButton"], button[id^="addToCartButtonOrTextId"]',
      on: ['product'],
      name: 'add_to_cart',
      click_type: 'purchase',
    },
    {
      selector: '[data-test="@web/site-top-of-funnel/ProductCardWrapper"]',
      on: ['search', 'category', 'deals'],
      region: 'product',
    },
    { selector: '[data-test="pagination"]', on: ['search', 'category'], region: 'pagination', optional: true },
    { selector: '[data-test="cartItem"]', on: ['cart'], region: 'cart_line', optional: true },
    {
      selector: '[data-test="checkout-button"]',
      on: ['cart'],
      name: 'checkout',
      click_type: 'purchase',
      optional: true,
    },
  ],
}
