export interface CartLine {
  id: string
  productId: string
  /** Slug of the colour chosen. */
  colour: string
  size: string | null
  quantity: number
  /** Whether the line goes to the checkout. */
  selected: boolean
}

export interface Address {
  name: string
  email: string
  phone: string
  street: string
  city: string
  region: string
  postcode: string
}

export interface Order {
  number: string
  lines: CartLine[]
  /** Cents. */
  total: number
  address: Address
  payment: string
}

/** What the shop remembers of one visitor, in memory only. */
export interface ShopSession {
  id: string
  /** First name of who signed in, or null. */
  name: string | null
  cart: CartLine[]
  saved: CartLine[]
  address: Address | null
  /** How the visitor pays, as printed on the order; null until chosen. */
  payment: string | null
  orders: Order[]
  /** Ids of the reviews found helpful. */
  helpful: Set<string>
  /** Ids of products seen, newest first. */
  recent: string[]
}

/** The account that any e-mail address and password open. */
export const JANE: Address = {
  name: 'Jane Doe',
  email: 'jane.doe@example.com',
  phone: '217-555-0142',
  street: '118 Larkspur Lane',
  city: 'Springfield',
  region: 'IL',
  postcode: '62704',
}

export function newSession(id: string): ShopSession {
  return {
    id,
    name: null,
    cart: [],
    saved: [],
    address: null,
    payment: null,
    orders: [],
    helpful: new Set(),
    recent: [],
  }
}
