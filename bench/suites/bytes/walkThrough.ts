import type { PageSource } from '../../pages/readSavedPages.ts'

/**
 * The order in which a person sees the pages of the shop that has its results saved: the home page, then each other page
 * with a return to the results after it, then the cart. Empty where no results are saved.
 *
 * About half of all page views are returns to a page seen before (46 % in Obendorf et al., "Web page revisitation
 * revisited", CHI 2007; 58 % in Tauscher and Greenberg, "How people revisit web pages", 1997).
 */
export function walkThrough(pages: readonly PageSource[]): PageSource[] {
  const results = pages.find(({ name }) => name.includes('search'))
  if (!results) return []
  const shop = pages.filter(({ url, name }) => new URL(url).host === new URL(results.url).host && name !== results.name)
  const home = shop.find(({ name }) => name.includes('home'))
  const cart = shop.find(({ name }) => name.includes('cart'))
  const products = shop.filter(({ name }) => name.includes('product'))
  const way = [results, ...products.flatMap((product) => [product, results])]
  return [...(home ? [home] : []), ...way, ...(cart ? [cart] : [])]
}
