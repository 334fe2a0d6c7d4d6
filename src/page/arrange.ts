import type { ClickType } from '../../schemas/index.ts'
import { contentOf } from './contentOf.ts'
import { Forms } from './forms.ts'
import { Identifier } from './identify.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart, Part } from './model.ts'
import { ControlPlacer } from './placeControl.ts'
import type { Identity, PageHints, PartRule, Region, RegionRole, Setting } from './region.ts'
import type { Shapes } from './shape.ts'

/** Parts of one block being placed. */
interface PlacedList {
  parts: Part[]
  /** Of the next one. */
  index: number
  setting: Setting
  /** Where the next one goes: the setting, or a section among the parts. */
  target: Setting
  /** Where such sections begin and end. */
  runs: Map<number, Identity | null> | null
  items: Set<BlockPart>
  /** Whose parts they are; null for the page's own. */
  block: BlockPart | null
}

/** Named regions within one another; with it, and 65 letters for a leaf, a full name has 400 letters at most. */
const DEEPEST = 5
const NO_ITEMS: Set<BlockPart> = new Set()
/** A header in one of these is its own, not the page's. */
const SECTIONING = new Set(['article', 'aside', 'main', 'nav', 'section'])
const CLICKS: Partial<Record<RegionRole, ClickType>> = {
  nav_bar: 'nav_bar',
  breadcrumb: 'nav_bar',
  pagination: 'page_related',
  refinements: 'filter',
  reviews: 'review',
  review: 'review',
  suggestions: 'suggested_term',
  mini_cart: 'cart_side_bar',
  product: 'product_link',
  options: 'product_option',
  cart_line: 'cart_page_select',
}

/** What is known of a page before its parts are arranged. */
export interface Arranging {
  shapes: Shapes
  meaning(control: ControlPart): Meaning
  hints: PageHints
  /** The rules of the recipe that has read the page, which its parts refer to by index. */
  rules: readonly PartRule[]
}

/** Places the parts of one page. */
class Arranger {
  #shapes: Shapes
  #identifier: Identifier
  #placer: ControlPlacer

  constructor({ shapes, meaning, hints, rules }: Arranging, controls: readonly ControlPart[]) {
    this.#shapes = shapes
    this.#identifier = new Identifier(shapes, meaning, hints, rules)
    this.#placer = new ControlPlacer(shapes, meaning, new Forms(controls, meaning, hints.isCart), rules)
  }

  /** Never recursive in the page's depth. */
  arrange(parts: Part[]): Region {
    const root = this.#region({ role: 'root', words: '' }, null)
    const setting: Setting = { region: root, within: new Set(), around: [], isSectioned: false, depth: 0 }
    const stack = [this.#list(parts, setting, NO_ITEMS, null)]
    while (stack.length > 0) {
      const list = stack[stack.length - 1] as PlacedList
      const inner = this.#placeNext(list)
      if (inner) stack.push(inner)
      else if (list.index >= list.parts.length) {
        stack.pop()
        if (list.block?.form) this.#placer.formEnds(list.block.form)
      }
    }
    return root
  }

  #region(identity: Identity, block: BlockPart | null): Region {
    const { role, words, place = '', href = '' } = identity
    return { kind: 'region', role, words, click: identity.click ?? CLICKS[role] ?? null, block, place, href, parts: [] }
  }

  /** Parts to be placed one after the other. */
  #list(parts: Part[], setting: Setting, items: Set<BlockPart>, block: BlockPart | null): PlacedList {
    const inCard = setting.within.has('product') || setting.within.has('cart_line')
    // Headings between the entries of a list are dividers: what follows does not belong to them.
    const runs = inCard || items.size > 2 ? null : this.#identifier.sectionsAmong(parts)
    return { parts, index: 0, setting, target: setting, runs, items, block }
  }

  /** Places the next part of a list; where that is a block, what is in it is a list of its own. */
  #placeNext(list: PlacedList): PlacedList | null {
    const index = list.index++
    const part = list.parts[index]
    if (!part) return null
    const run = list.runs?.get(index)
    if (run !== undefined) list.target = run ? this.#open(run, null, list.setting) : list.setting
    const { target } = list
    if (part.kind === 'block') return this.#placeBlock(part, target, list.items.has(part))
    if (part.kind === 'text') target.region.parts.push(part)
    else this.#placer.place(part, target)
    return null
  }

  /** Opens a region inside of `setting`, unless names would grow too long. */
  #open(identity: Identity, block: BlockPart | null, setting: Setting): Setting {
    if (setting.depth >= DEEPEST) return setting
    // What others think of a product is a choice like any other among those that narrow down a list.
    const isChoice = identity.role === 'reviews' && setting.within.has('refinements')
    const { words, title = words } = identity
    const region = this.#region(isChoice ? { role: 'section', words: title || 'reviews' } : identity, block)
    setting.region.parts.push(region)
    const { within, depth } = setting
    if (region.role === 'cart_line' && within.has('mini_cart')) region.click = CLICKS.mini_cart ?? null
    return {
      ...setting,
      region,
      within: within.has(region.role) ? within : new Set(within).add(region.role),
      depth: depth + 1,
    }
  }

  #placeBlock(block: BlockPart, setting: Setting, isItem: boolean): PlacedList {
    const identity = this.#identifier.identify(block, setting, isItem)
    let inner = identity ? this.#open(identity, block, setting) : setting
    const { items } = this.#shapes.of(block)
    const list = identity && identity.role !== 'section' ? null : this.#identifier.identifyList(items, block, setting)
    if (list) inner = this.#open(list, block, inner)
    const [first, second, third] = setting.around
    const around = third ? [block, first, second, third] : [block, ...setting.around]
    const isSectioned = setting.isSectioned || SECTIONING.has(block.tag)
    return this.#list(block.parts, { ...inner, around: around as BlockPart[], isSectioned }, items, block)
  }
}

/** Turns the parts of a whole page into regions, cards, and placed controls. */
export const arrange = (parts: Part[], page: Arranging): Region =>
  new Arranger(page, contentOf(parts).controls).arrange(parts)
