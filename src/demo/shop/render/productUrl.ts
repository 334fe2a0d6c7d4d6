import type { Product } from '../catalogue/product.ts'

/** Address of a product's page, with a colour chosen where one is given. */
export function productUrl(product: Product, colour?: string): string {
  const path = `/product/${product.id}/${product.slug}`
  return colour ? `${path}?color=${colour}` : path
}

/** Address of one of a product's pictures. */
export function pictureUrl(product: Product, colour = product.colours[0]?.slug ?? '', view = 0): string {
  return `/picture/${product.id}-${colour}-${view}.svg`
}
