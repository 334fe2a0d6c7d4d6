import type { ClickType, Recipe } from '../../schemas/index.ts'
import type { SectionConcept } from './matchWords.ts'
import type { BlockPart, ControlPart, TextPart } from './model.ts'

export type PartRule = Recipe['parts'][number]

/** What a region is to a shopper. */
export type RegionRole =
  | SectionConcept
  | 'root'
  | 'product'
  | 'item'
  | 'cart_line'
  | 'review'
  | 'buy_box'
  | 'options'
  | 'dialog'
  | 'section'
  | 'search_results'
  | 'cart'

/** A control in its place. */
export interface Placed {
  kind: 'placed'
  control: ControlPart
  /** Further controls that do the same. */
  same: ControlPart[]
  /** Leaf name by its place, where that overrides what it says; else empty. */
  leaf: string
  click: ClickType | null
  /** Text around it, nearest first, to tell it from others of its name. */
  around: BlockPart[]
}

/** A part of the page with a name of its own. */
export interface Region {
  kind: 'region'
  role: RegionRole
  /** What its name is made of. */
  words: string
  click: ClickType | null
  block: BlockPart | null
  /** For an entry of a list: what tells where it leads from other places, and the address. */
  place: string
  href: string
  parts: (TextPart | Placed | Region)[]
}

/** What is known of the surroundings while placing parts. */
export interface Setting {
  region: Region
  /** Roles of the regions around, the innermost last. */
  within: ReadonlySet<RegionRole>
  /** The nearest four blocks around, nearest first. */
  around: BlockPart[]
  /** In a part of the page that may have a header of its own. */
  isSectioned: boolean
  /** Named regions around. */
  depth: number
}

/** What the address says the page is, as far as it does. */
export interface PageHints {
  isSearch: boolean
  isCart: boolean
}

/** What a block turns out to be. */
export interface Identity {
  role: RegionRole
  words: string
  click?: ClickType
  place?: string
  href?: string
  /** The heading that gave the role. */
  title?: string
}
