import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A page to measure: saved by somebody else, with an address it may have had, or served on this machine. */
export interface PageSource {
  name: string
  url: string
  /** Null where the address itself serves it. */
  html: string | null
}

const ADDRESSES: [RegExp, string][] = [
  [/^amazoncouk-product/, 'https://www.amazon.co.uk/dp/B000000000'],
  [/^amazon(com)?-product/, 'https://www.amazon.com/dp/B000000000'],
  [/^amazon(com)?-search/, 'https://www.amazon.com/s?k=shirt'],
  [/^amazon(com)?-cart/, 'https://www.amazon.com/gp/cart/view.html'],
  [/^amazon(com)?-home/, 'https://www.amazon.com/'],
  [/^amazon(com)?-signin/, 'https://www.amazon.com/ap/signin'],
  [/^amazon(com)?-orderhistory/, 'https://www.amazon.com/your-orders/orders'],
  [/^amazon(com)?-orderdetails/, 'https://www.amazon.com/gp/your-account/order-details'],
]

/** The page's own canonical address where it says one, else one that such pages have. */
export function addressOf(file: string, html: string): string {
  const canonical = html
    .match(/<link\b[^>]*\brel=["']?canonical["']?[^>]*>/i)?.[0]
    .match(/\bhref=["']?(https?:\/\/[^"'\s>]+)/i)?.[1]
  const known = ADDRESSES.find(([pattern]) => pattern.test(file))?.[1]
  return (canonical ?? known ?? `https://www.${file.split('-')[0]}.com/`).replaceAll('&amp;', '&')
}

/** The saved pages of a folder by name; empty where there is no such folder. */
export function readSavedPages(folder: string, only: string): PageSource[] {
  if (!existsSync(folder)) return []
  return globSync('*.html', { cwd: folder })
    .filter((file) => file.includes(only))
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8')
      const name = basename(file, '.html')
      return { name, url: addressOf(name, html), html }
    })
}
