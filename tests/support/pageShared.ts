import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../shared/pages')

/** Saved pages of real shops, by file name, each with an address such as it had. */
const ADDRESSES: Record<string, string> = {
  'amazon-cart-1': 'https://www.amazon.com/gp/cart/view.html',
  'amazon-product-6-webshop': 'https://www.amazon.com/Amazon-Basics-Foldable-Platform-Tool-Free/dp/B073WNYPQ5',
  'amazon-search-1': 'https://www.amazon.com/s?k=collagen',
  'amazoncom-home-signedin': 'https://www.amazon.com/',
  'amazoncom-home-signedout': 'https://www.amazon.com/',
  'amazoncom-orderdetails': 'https://www.amazon.com/gp/your-account/order-details?orderID=112-9087159-1657009',
  'amazoncom-orderhistory': 'https://www.amazon.com/your-orders/orders?timeFilter=year-2024',
  'amazoncom-product-1': 'https://www.amazon.com/Whole-Truth-Shaw-Book-ebook/dp/B0014CTQ0G',
  'amazoncom-product-2': 'https://www.amazon.com/SainSmart-101-70-101-4-Channel-Relay-Module/dp/B0057OC5O8',
  'amazoncom-product-4-2022': 'https://www.amazon.com/Gorilla-Black-Tape-1-88-Pack/dp/B07B6VFK1M',
  'amazoncom-signin': 'https://www.amazon.com/ap/signin',
  'amazoncouk-product': 'https://www.amazon.co.uk/Vegetable-Perfection-delicious-recipes-shoots/dp/1849757097',
  'costco-product': 'https://www.costco.com/afa-stainless-33-inch-sink.product.100517133.html',
  'ebay-product': 'https://www.ebay.com/itm/Puma-RS-Dreamer/353838495013',
  'etsy-product': 'https://www.etsy.com/es/listing/632137212/hey-there-pumpkin',
  'globalindustrial-product': 'https://www.globalindustrial.com/p/work-benches/bench-tops/60-w-x-24-d',
  'overstock-product': 'https://www.overstock.com/Home-Garden/Certified-International-Elegance/15374462/product.html',
  'potterybarn-product': 'https://www.potterybarn.com/products/tully-sconce/',
}

/** False where the folder with saved pages is absent: tests that need it skip, and say so. */
export const hasSharedPages = existsSync(folder)
if (!hasSharedPages) console.warn(`Skipped: tests on saved pages of real shops; ${folder} is absent.`)

export const sharedPages = Object.entries(ADDRESSES).map(([name, url]) => ({
  name,
  url,
  read: () => readFileSync(join(folder, `${name}.html`)),
}))

/** A saved page whose forms people have labelled, in document order: b order, s search, and others. */
export interface LabelledPage {
  name: string
  url: string
  labels: string[]
  read(): Buffer
}

export function labelledPages(): LabelledPage[] {
  if (!hasSharedPages) return []
  const rows = readFileSync(join(folder, 'formasaurus/labels.tsv'), 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [file = '', url = '', labels = ''] = row.split('\t')
    return { name: file, url, labels: labels.split(' '), read: () => readFileSync(join(folder, 'formasaurus', file)) }
  })
}
