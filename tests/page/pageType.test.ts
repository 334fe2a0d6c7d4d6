import { expect, test } from 'vitest'
import { type Address, noSignals, type PageSignals, pageTypeOf, typesOfAddress } from '../../src/page/pageType.ts'

/** An address as a reading tells it, before it is scrubbed. */
function address(text: string): Address {
  const url = new URL(text)
  const searches = url.searchParams.has('q') || url.searchParams.has('k')
  return { url, asks: url.search.includes('='), searches, route: url.searchParams.get('route') ?? '' }
}

const nothing = noSignals(address('https://shop.example/x'))

test.each<[string, string, Partial<PageSignals>]>([
  ['https://shop.example/', 'home', { products: 12 }],
  ['https://shop.example/de/', 'home', {}],
  ['https://shop.example/index.php', 'home', {}],
  ['https://shop.example/s?k=usb+relay', 'search', { products: 48 }],
  ['https://shop.example/suche?begriff=schuhe', 'search', { products: 3 }],
  ['https://shop.example/catalogsearch/result/?q=bag', 'search', {}],
  ['https://shop.example/recherche/robe', 'search', { products: 9 }],
  ['https://shop.example/Long-Title/dp/B00X', 'product', { buyButtons: 2, products: 30 }],
  ['https://shop.example/products/blue-shirt', 'product', { buyButtons: 1 }],
  ['https://shop.example/blue-shirt.html', 'product', { buyButtons: 1, declared: 'product' }],
  ['https://shop.example/blue-shirt.html', 'product', { buyButtons: 1 }],
  ['https://shop.example/shirts', 'category', { products: 24, buyButtons: 24 }],
  ['https://shop.example/collections/summer', 'category', {}],
  ['https://shop.example/women/dresses', 'category', { products: 20 }],
  ['https://shop.example/deals', 'deals', { products: 20 }],
  ['https://shop.example/cart', 'cart', { cartLines: 2 }],
  ['https://shop.example/warenkorb', 'cart', {}],
  ['https://shop.example/index.php?route=checkout/cart', 'cart', { checkoutButtons: 1, cartLines: 1 }],
  ['https://shop.example/gp/c/view.html', 'cart', { checkoutButtons: 1, cartLines: 1 }],
  ['https://shop.example/x', 'cart', { checkoutButtons: 1, cartLines: 2, products: 4 }],
  ['https://shop.example/women', 'category', { checkoutButtons: 1, cartLines: 2, products: 24 }],
  ['https://shop.example/checkout', 'checkout', { placeOrderButtons: 1 }],
  ['https://shop.example/kasse', 'checkout', {}],
  ['https://shop.example/checkout/shipping', 'address', { addressFields: 4 }],
  ['https://shop.example/checkout', 'payment', { cardFields: 3 }],
  ['https://shop.example/x', 'address', { personalFields: 5 }],
  ['https://shop.example/write-to-us', 'other', { personalFields: 4 }],
  ['https://shop.example/blue-shirt', 'product', { personalFields: 5, buyButtons: 1 }],
  ['https://shop.example/order-confirmation/1', 'confirmation', {}],
  ['https://shop.example/login', 'sign_in', { passwordFields: 1 }],
  ['https://shop.example/ap/signin', 'sign_in', {}],
  ['https://shop.example/welcome', 'sign_in', { passwordFields: 1 }],
  ['https://shop.example/mein-konto', 'account', {}],
  ['https://shop.example/account/addresses', 'address', {}],
  ['https://shop.example/your-orders/orders', 'order_history', {}],
  ['https://shop.example/gp/your-account/order-details?orderID=1', 'order_history', {}],
  ['https://shop.example/messages', 'messages', {}],
  ['https://shop.example/product-reviews/B00X', 'reviews', {}],
  ['https://shop.example/about-us', 'other', {}],
  ['https://shop.example/ar/%D8%A7%D9%84%D8%B3%D9%84%D8%A9', 'cart', {}],
  ['https://shop.example/سلة-التسوق', 'cart', {}],
  ['https://shop.example/سبد-خرید/', 'cart', {}],
  ['https://shop.example/корзина', 'cart', {}],
  ['https://shop.example/장바구니', 'cart', {}],
  ['https://shop.example/giỏ-hàng', 'cart', {}],
  ['https://shop.example/đặt-hàng', 'checkout', {}],
])('%s is %s', (url, type, signals) => {
  expect(pageTypeOf({ ...nothing, ...signals, address: address(url) })).toBe(type)
})

test('the words of an address are whole words', () => {
  expect([...typesOfAddress(address('https://shop.example/cartoon-accounting/paypal'))]).toEqual([])
})
