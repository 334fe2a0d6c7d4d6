import { z } from 'zod'

/** What a page is for. The last six are excluded by default: only their type is recorded. */
export const pageType = z.enum([
  'home',
  'search',
  'category',
  'product',
  'reviews',
  'deals',
  'cart',
  'checkout',
  'confirmation',
  'other',
  'sign_in',
  'account',
  'address',
  'payment',
  'order_history',
  'messages',
])

export type PageType = z.infer<typeof pageType>
