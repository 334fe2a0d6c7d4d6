import type { Recipe } from '../../schemas/index.ts'
import { amazon } from './amazon.ts'
import { bestBuy } from './bestBuy.ts'
import { ebay } from './ebay.ts'
import { etsy } from './etsy.ts'
import { magento } from './magento.ts'
import { openCart } from './openCart.ts'
import { prestaShop } from './prestaShop.ts'
import { shopify } from './shopify.ts'
import { target } from './target.ts'
import { walmart } from './walmart.ts'
import { wooCommerce } from './wooCommerce.ts'

/** Every recipe that comes with Shoptrace. */
export const allRecipes: readonly Recipe[] = [
  amazon,
  ebay,
  etsy,
  walmart,
  target,
  bestBuy,
  shopify,
  wooCommerce,
  magento,
  openCart,
  prestaShop,
]
