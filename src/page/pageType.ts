import type { PageType } from '../../schemas/index.ts'
import { decoded } from '../text/decoded.ts'
import { type AddressType, addressWords, bareWords } from './addressWords.ts'

/** What is known of a page's address. */
export interface Address {
  /** Scrubbed. */
  url: URL
  /** It has parameters, of which the scrubbed one may tell none. */
  asks: boolean
  /** One of them says what is searched for. */
  searches: boolean
  /** Where parameters say that it leads in the shop, as `checkout/cart`. */
  route: string
}

/** What was counted on a page, for judging what it is for. */
export interface PageSignals {
  address: Address
  /** og:type and schema.org types that the page declares, lower case. */
  declared: string
  passwordFields: number
  /** Visible fields for a card number or its code. */
  cardFields: number
  /** Visible fields for a street, a postal code and the like. */
  addressFields: number
  /** Visible fields of which the value is protected, outside of what stands aside. */
  personalFields: number
  products: number
  cartLines: number
  reviews: number
  /** Buttons to add to the cart or buy, outside of cards and navigation. */
  buyButtons: number
  checkoutButtons: number
  placeOrderButtons: number
  refined: boolean
}

/** A page on which nothing was counted yet. */
export const noSignals = (address: Address, declared = ''): PageSignals => ({
  address,
  declared,
  passwordFields: 0,
  cardFields: 0,
  addressFields: 0,
  personalFields: 0,
  products: 0,
  cartLines: 0,
  reviews: 0,
  buyButtons: 0,
  checkoutButtons: 0,
  placeOrderButtons: 0,
  refined: false,
})

/** The page types that the words of an address speak for, the most private first. */
export function typesOfAddress({ url, route, searches }: Address): Set<AddressType> {
  const found = new Set<AddressType>()
  const parts = [...url.pathname.split('/'), url.hash.startsWith('#/') || url.hash.startsWith('#!') ? url.hash : '']
  const words = [...parts, ...route.split('/')].flatMap((part) => {
    const plain = bareWords(
      decoded(part)
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/\.\w{2,5}$/, ''),
    )
    const single = plain.split(' ')
    return single.length < 4 ? [plain, plain.replaceAll(' ', ''), ...single] : [plain]
  })
  for (const [type, list] of addressWords()) if (words.some((word) => list.has(word))) found.add(type)
  if (searches) found.add('search')
  return found
}

/** Protected fields that make a form one about the person: more than to write to the shop takes. */
const PERSONAL = 5

const isHome = ({ url, asks }: Address): boolean =>
  /^\/(?:(?:index|default|home)(?:\.\w+)?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i.test(url.pathname) && !asks

/**
 * What a page is for, from its address, what it declares about itself, and what is on it, without knowing the shop.
 *
 * Private kinds are judged first: a page wrongly left out costs a step, a page wrongly kept costs trust.
 */
export function pageTypeOf(signals: PageSignals): PageType {
  const { address, declared } = signals
  const words = typesOfAddress(address)
  const selling = signals.products > 2 || signals.buyButtons > 0
  if (signals.cardFields > 0) return signals.placeOrderButtons > 0 && words.has('checkout') ? 'checkout' : 'payment'
  if (signals.passwordFields > 0 && (words.has('sign_in') || words.has('account') || !selling)) return 'sign_in'
  if (words.has('sign_in') && !selling) return 'sign_in'
  if (words.has('payment')) return 'payment'
  if (words.has('confirmation')) return 'confirmation'
  if (
    words.has('checkout') &&
    words.has('cart') &&
    (signals.cartLines > 0 || /checkout\W+cart/i.test(`${address.url.href} ${address.route}`))
  )
    return 'cart'
  if (words.has('checkout')) return signals.addressFields > 2 ? 'address' : 'checkout'
  if (words.has('address') || signals.addressFields > 2) return 'address'
  if (words.has('order_history')) return 'order_history'
  if (words.has('messages')) return 'messages'
  if (words.has('account') && signals.buyButtons === 0) return 'account'
  const isFilled = signals.cartLines > 0
  if (words.has('cart') && (isFilled || signals.buyButtons < 3) && !words.has('product')) return 'cart'
  // A cart that slides in over a list makes no cart page of it.
  const isAside = signals.products > 3 && signals.products > signals.cartLines * 2
  if (signals.cartLines > 0 && signals.checkoutButtons > 0 && signals.buyButtons === 0 && !isAside) return 'cart'
  if (signals.placeOrderButtons > 0 && (words.size > 0 || !isHome(address))) return 'checkout'
  // A form that asks who and where somebody is, in whatever language.
  if (signals.personalFields >= PERSONAL && !selling && signals.cartLines === 0) return 'address'
  return publicTypeOf(signals, words, declared)
}

const PRIVATE = new Set<PageType>(['sign_in', 'account', 'address', 'payment', 'order_history', 'messages'])

/** What a recipe says a page is for, unless the page itself shows that it is private. */
export const agreedType = (generic: PageType, told: PageType | null): PageType =>
  told === null || PRIVATE.has(generic) ? generic : told

function publicTypeOf(signals: PageSignals, words: Set<AddressType>, declared: string): PageType {
  const { address } = signals
  if (words.has('reviews') && signals.buyButtons === 0) return 'reviews'
  if (isHome(address)) return 'home'
  if (words.has('search') && !declared.includes('product')) return 'search'
  if (/\bproduct\b/.test(declared) && signals.buyButtons < 4) return 'product'
  const many = signals.products >= 4
  if (signals.buyButtons > 0 && signals.buyButtons < 4 && (!many || words.has('product'))) return 'product'
  if (words.has('product') && signals.buyButtons > 0) return 'product'
  if (words.has('deals')) return 'deals'
  if (many) return 'category'
  if (words.has('product') && !words.has('category')) return 'product'
  if (words.has('category') || signals.products > 1 || signals.refined) return 'category'
  if (signals.buyButtons > 0) return 'product'
  return signals.reviews > 2 ? 'reviews' : 'other'
}
