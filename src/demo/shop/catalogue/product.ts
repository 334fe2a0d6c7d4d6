/** What a picture shows; one drawing each in `drawPicture.ts`. */
export type Shape =
  | 'jacket'
  | 'fleece'
  | 'trousers'
  | 'boot'
  | 'slipper'
  | 'cap'
  | 'socks'
  | 'backpack'
  | 'tote'
  | 'tent'
  | 'bag'
  | 'mat'
  | 'hammock'
  | 'lantern'
  | 'headlamp'
  | 'lamp'
  | 'stove'
  | 'pot'
  | 'mug'
  | 'bottle'
  | 'cooler'
  | 'blanket'
  | 'pillow'
  | 'towel'
  | 'bowl'
  | 'board'
  | 'knife'
  | 'candle'
  | 'chair'
  | 'planter'
  | 'basket'
  | 'clock'

export interface Category {
  slug: string
  name: string
  blurb: string
  /** A shape that stands for the category. */
  shape: Shape
}

export interface Colour {
  slug: string
  name: string
  /** CSS hexadecimal colour. */
  hex: string
}

/** How a product comes: nothing to choose, a row of radios, or a drop-down list. */
export interface Sizing {
  label: string
  control: 'radio' | 'select'
  values: readonly string[]
}

/** A sort of product: the mould of about a dozen products. */
export interface Kind {
  noun: string
  category: string
  shape: Shape
  /** Whole dollars, cheapest and dearest. */
  price: readonly [number, number]
  materials: readonly string[]
  sizing: Sizing | null
  features: readonly string[]
  /** Other words under which people look for it. */
  alias: readonly string[]
}

export interface Product {
  id: string
  slug: string
  title: string
  brand: string
  kind: Kind
  material: string
  /** Cents. */
  price: number
  /** Cents; above `price` where the product is on offer, else null. */
  listPrice: number | null
  /** 1 to 5, one decimal. */
  rating: number
  reviewCount: number
  colours: readonly Colour[]
  sizing: Sizing | null
  features: readonly string[]
  badges: readonly string[]
  delivery: string
  /** Pieces left; 0 means sold out. */
  stock: number
}

export interface Review {
  id: string
  author: string
  stars: number
  title: string
  body: string
  /** As printed: "March 2026". */
  date: string
  variant: string
  helpful: number
}
