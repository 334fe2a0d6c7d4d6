import { z } from 'zod'

/** OPeRA's thirteen click types (arXiv 2506.05606), most frequent first in their data. */
export const clickType = z.enum([
  'review',
  'search',
  'product_option',
  'product_link',
  'other',
  'purchase',
  'nav_bar',
  'page_related',
  'quantity',
  'suggested_term',
  'cart_side_bar',
  'cart_page_select',
  'filter',
])

export type ClickType = z.infer<typeof clickType>
