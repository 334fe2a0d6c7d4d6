import type { ClickType } from '../../schemas/index.ts'
import { hasLetter } from '../text/letters.ts'
import { attributeOf, outerOf, selectAll } from './dom.ts'
import { isOptionLabel, matchControl, matchSection, type SectionConcept } from './matchWords.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart, Part, TextPart } from './model.ts'
import type { PartRule } from './readRecipe.ts'
import { contentOf, LEADS_TO_PRODUCT, type Shapes, titleWeight } from './shape.ts'

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
  /** Where it leads, for an entry of a list. */
  place: string
  parts: (TextPart | Placed | Region)[]
}

/** What is known of the surroundings while placing parts. */
interface Setting {
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

export interface PageHints {
  /** What the address says the page is, as far as it does. */
  isSearch: boolean
  isCart: boolean
}

interface Identity {
  role: RegionRole
  words: string
  click?: ClickType
  place?: string
  /** The heading that gave the role. */
  title?: string
}

/** Named regions within one another; with it, and 65 letters for a leaf, a full name has 400 letters at most. */
const DEEPEST = 5
/** Controls up to which a form may be one order. */
const MOST_ORDERING = 40
/** Parts placed between two steps. */
const STEP = 64
const NO_ITEMS: Set<BlockPart> = new Set()
/** Words in the address or name of a form that orders. */
const ORDERS =
  /(?:^|[^a-z])(?:order|basket|buy|purchase|webscr|warenkorb|panier|carrito|in_?cart|cart_quantity)(?:$|[^a-z])|Orders?(?![a-z])|add.?to.?(?:cart|basket|bag)|cart.?add|add_product/
/** Words of a button that brings a cart up to date, or does anything but order. */
const NO_ORDER =
  /remove|delete|update|refresh|recalc|coupon|promo|aktualisier|mettre.?à.?jour|actualizar|aggiorna|bijwerken|обнов|пересч|review|estimate|zip|compare|wish|search/i
/** Words in the name or class of a form that narrows a list down. */
const FILTERS = /filter|refine|facet|layered|verfeiner|affiner|podbor/i
/** Words in a form that finds things by choosing: a car by year, make and model. */
const FINDS =
  /search|find|lookup|select|catalog|model|vehicle|fitment|choose|browse|suche|recherche|buscar|podbor|poisk/i
const SEARCH_RESULTS: Identity = { role: 'search_results', words: '' }
/** Words of a heading over what a search has found. */
const RESULTS = /result|ergebnis|treffer|résultat|risultat|wynik|výsled|найден|結果|结果|결과/i
/** Words in the class or id of the way from the front page to this one. */
const TRAIL = /crumb|topicpath/i
/** What a link to a page among many says. */
const PAGE = /^(?:(?:page|seite|p[aá]gina|stran[aá]|strona|sid[ae]|sayfa|стр\S*) )?\d{1,4}$/i
/** An address of a page among many. */
const PAGING = /(?:page\w{0,6}|pgn?|[?&/]p|pagina|start|offset)[=/_-]?\d/i
/** A header in one of these is its own, not the page's. */
const SECTIONING = new Set(['article', 'aside', 'main', 'nav', 'section'])
const LANDMARKS = new Set(['header', 'footer', 'nav', 'aside', 'main', 'section'])
const OPTION_ROLES = new Set(['radio', 'checkbox', 'option', 'tab', 'switch', 'menuitemradio', 'menuitemcheckbox'])
const GROUP_ROLES = new Set([
  'group',
  'radiogroup',
  'listbox',
  'tablist',
  'toolbar',
  'region',
  'form',
  'complementary',
  'tabpanel',
])
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

/** Concepts that a button by which a form is sent may bear for want of better words: `Next`, `Cart`. */
const NAMES_A_SUBMIT = new Set<Meaning['concept']>(['next', 'previous', 'view_cart'])

/** What a form's attributes say. */
const wordsOfForm = (form: Element, names = ['action', 'id', 'name', 'onsubmit']): string =>
  names.map((name) => (attributeOf(form, name) ?? '').slice(0, 300).replace(/#.*$/s, '')).join(' ')

/** What a form will send beside its fields, as far as that says what it is for. */
const wordsOfHidden = (form: Element): string =>
  [...selectAll(form, 'input[type=hidden]')]
    .slice(0, 12)
    .map((field) => `${attributeOf(field, 'name')}=${(attributeOf(field, 'value') ?? '').slice(0, 40)}`)
    .filter((pair) => /^(?:action|act|a|cmd|mode|func|do|op|route|task|add)=/i.test(pair))
    .join(' ')

/** Controls among and within `parts[from]` to `parts[to - 1]`. */
function countOf(parts: Part[], from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; index++) {
    const part = parts[index] as Part
    if (part.kind !== 'text') count += part.kind === 'block' ? part.controls : 1
  }
  return count
}

/** Turns the parts of a page into regions, cards, and placed controls. Every rule looks at one block and what is in it. */
export class Arranger {
  #shapes: Shapes
  #meaning: (control: ControlPart) => Meaning
  #scrub: (text: string) => string
  #hints: PageHints
  #told: ReadonlyMap<Element, PartRule>
  #forms = new Map<Element, ControlPart[]>()
  /** A form just placed that orders and has no button of its own. */
  #orphan: Element | null = null

  constructor(
    shapes: Shapes,
    meaning: (control: ControlPart) => Meaning,
    scrub: (text: string) => string,
    hints: PageHints,
    told: ReadonlyMap<Element, PartRule> = new Map(),
  ) {
    this.#shapes = shapes
    this.#meaning = meaning
    this.#scrub = scrub
    this.#hints = hints
    this.#told = told
  }

  /** Arranges a whole page, in steps between which the page may work. Never recursive in the page's depth. */
  *arrange(parts: Part[]): Generator<undefined, Region> {
    const root = this.#region({ role: 'root', words: '' }, null)
    for (const control of contentOf(parts).controls) {
      if (control.form) {
        const known = this.#forms.get(control.form)
        if (known) known.push(control)
        else this.#forms.set(control.form, [control])
      }
    }
    yield
    const stack = [
      this.#list(parts, { region: root, within: new Set(), around: [], isSectioned: false, depth: 0 }, NO_ITEMS, null),
    ]
    for (let placed = 1; stack.length > 0; placed++) {
      const list = stack[stack.length - 1] as PlacedList
      const inner = this.#placeNext(list)
      if (inner) stack.push(inner)
      else if (list.index >= list.parts.length) {
        stack.pop()
        if (list.block?.tag === 'form') this.#noteOrphan(list.block)
      }
      if (placed % STEP === 0) yield
    }
    return root
  }

  #region(identity: Identity, block: BlockPart | null): Region {
    const { role, words, place = '' } = identity
    return { kind: 'region', role, words, click: identity.click ?? CLICKS[role] ?? null, block, place, parts: [] }
  }

  /** Parts to be placed one after the other. */
  #list(parts: Part[], setting: Setting, items: Set<BlockPart>, block: BlockPart | null): PlacedList {
    const inCard = setting.within.has('product') || setting.within.has('cart_line')
    // Headings between the entries of a list are dividers: what follows does not belong to them.
    const runs = inCard || items.size > 2 ? null : this.#sectionsAmong(parts)
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
    else this.#placeControl(part, target)
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
    return {
      ...setting,
      region,
      within: within.has(region.role) ? within : new Set(within).add(region.role),
      depth: depth + 1,
    }
  }

  #placeBlock(block: BlockPart, setting: Setting, isItem: boolean): PlacedList {
    const found = this.#identify(block, setting, isItem)
    const identity = found && this.#isResults(found, block, setting) ? SEARCH_RESULTS : found
    let inner = identity ? this.#open(identity, block, setting) : setting
    const { items } = this.#shapes.of(block)
    const list = identity && identity.role !== 'section' ? null : this.#identifyList(items, setting)
    if (list) inner = this.#open(list, block, inner)
    const [first, second, third] = setting.around
    const around = third ? [block, first, second, third] : [block, ...setting.around]
    const isSectioned = setting.isSectioned || SECTIONING.has(block.tag)
    return this.#list(block.parts, { ...inner, around: around as BlockPart[], isSectioned }, items, block)
  }

  /** True for a section called results, with a list in it, on a page of a search. */
  #isResults({ role, words }: Identity, block: BlockPart, { within }: Setting): boolean {
    return (
      role === 'section' &&
      this.#hints.isSearch &&
      within.size === 0 &&
      this.#shapes.of(block).listed &&
      RESULTS.test(words)
    )
  }

  /** The list that a page is for: its results, its cart. */
  #identifyList(items: Set<BlockPart>, { within }: Setting): Identity | null {
    if (items.size === 0 || within.size > 0) return null
    const list = [...items]
    const lines = list.filter((item) => this.#shapes.isCartLine(item) && !this.#shapes.of(item).buys).length
    // Products on sale of which some are in the cart are no cart.
    if (lines * 2 > list.length && !list.some((item) => this.#shapes.of(item).buys)) return { role: 'cart', words: '' }
    if (this.#hints.isSearch && list.filter((item) => this.#shapes.isProduct(item)).length > 2) return SEARCH_RESULTS
    return null
  }

  /**
   * Headings that lie among the parts rather than around them: where each such section begins (its identity) and
   * where it ends (null), at the next heading or at a block that has one of its own.
   */
  #sectionsAmong(parts: Part[]): Map<number, Identity | null> | null {
    const heads = new Map<number, string>()
    for (const [index, part] of parts.entries()) {
      const title = this.#shapes.headingOf(part)
      if (title) heads.set(index, title)
      else if (heads.size > 0 && part.kind === 'block' && (this.#shapes.of(part).title || LANDMARKS.has(part.tag)))
        heads.set(index, '')
    }
    const titles = [...heads.values()].filter(Boolean)
    if (titles.length === 0) return null
    const indices = [...heads.keys()]
    // A lone heading over everything names the block itself; see Shape.title.
    const [first = 0] = indices
    if (titles.length === 1 && countOf(parts, 0, first) <= countOf(parts, first, parts.length)) return null
    const runs = new Map<number, Identity | null>()
    for (const [position, index] of indices.entries()) {
      const end = indices[position + 1] ?? parts.length
      const title = heads.get(index)
      runs.set(index, title && countOf(parts, index, end) > 0 ? this.#identityOfTitle(title) : null)
    }
    return runs
  }

  #identityOfTitle(title: string): Identity {
    const words = this.#scrub(title)
    const role = matchSection(words)
    if (role === 'mini_cart' && this.#hints.isCart) return { role: 'cart', words: '' }
    if (role && role !== 'mini_cart' && role !== 'nav_bar' && role !== 'footer')
      return { role, words: '', title: words }
    return { role: matchControl(words) === 'view_reviews' ? 'reviews' : 'section', words }
  }

  #identify(block: BlockPart, setting: Setting, isItem: boolean): Identity | null {
    const { within } = setting
    const inCard = within.has('product') || within.has('cart_line') || within.has('review')
    if (block.role === 'dialog' || block.role === 'alertdialog' || block.tag === 'dialog') {
      return { role: 'dialog', words: this.#scrub(block.label) || this.#scrub(this.#shapes.of(block).title) }
    }
    if (inCard) return null
    const told = this.#told.size > 0 ? this.#identifyTold(block, setting) : null
    if (told) return told
    const landmark = this.#identifyLandmark(block, setting)
    if (landmark !== undefined) return landmark
    if (isItem) {
      const item = this.#identifyItem(block, within)
      if (item) return item
    }
    if (this.#isFilterForm(block, within) || this.#isFilterBlock(block, within))
      return { role: 'refinements', words: '' }
    const options = this.#identifyOptions(block, within)
    // What stands below the choices, a complaint for one, makes no second set of them.
    if (options) return setting.region.role === 'options' && setting.region.words === options.words ? null : options
    if (this.#isBuyBox(block, within)) return { role: 'buy_box', words: '' }
    if (this.#isTrail(block, within)) return { role: 'breadcrumb', words: '' }
    const named =
      block.tag === 'section' || block.tag === 'form' || block.tag === 'fieldset' || GROUP_ROLES.has(block.role)
    const label = named || block.label ? this.#scrub(block.label) : ''
    const byId = this.#shapes.of(block).idSays
    if (byId && !within.has(byId) && block.controls > 1 && (byId !== 'nav_bar' || within.size === 0)) {
      if (byId !== 'mini_cart' || !this.#hints.isCart) return { role: byId, words: '' }
    }
    if (label && !within.has('nav_bar')) return this.#identityOfTitle(label)
    const title = this.#shapes.of(block).title
    if (!title) return null
    return this.#identityOfTitle(title)
  }

  /** What a recipe says about the block, or about an element around it that no other block stands for. */
  #identifyTold(block: BlockPart, { within, around }: Setting): Identity | null {
    const outer = around[0]?.element
    for (let at: Element | null = block.element; at && at !== outer; at = outerOf(at)) {
      const rule = this.#told.get(at)
      if (!rule?.region || within.has(rule.region)) continue
      const role = rule.region
      const click = rule.click_type
      const words = rule.name?.replaceAll('_', ' ') ?? ''
      if (role === 'product' || role === 'cart_line' || role === 'review') {
        const { title, place } = this.#shapes.subjectOf(block)
        return title ? { role, words: words || this.#scrub(title), place, ...(click && { click }) } : null
      }
      const needsWords = role === 'section' || role === 'options' || role === 'dialog'
      const shown = words || (needsWords ? this.#scrub(block.label || this.#shapes.of(block).title) : '')
      return { role, words: shown, ...(click && { click }) }
    }
    return null
  }

  /** Undefined where the block is no landmark; null where it is one that needs no region of its own. */
  #identifyLandmark(block: BlockPart, { within, isSectioned }: Setting): Identity | null | undefined {
    const { tag, role } = block
    const words = this.#scrub(block.label)
    const atTop = within.size === 0 && !isSectioned
    if (tag === 'main' || role === 'main' || role === 'search' || tag === 'search') return null
    if (tag === 'header' || role === 'banner') return atTop ? { role: 'nav_bar', words: '' } : null
    if (tag === 'footer' || role === 'contentinfo') return atTop ? { role: 'footer', words: '' } : null
    const { labelSays, idSays } = this.#shapes.of(block)
    const section = labelSays ?? idSays
    if (tag === 'nav' || role === 'navigation') {
      if (section === 'pagination' || this.#isPagination(block)) return { role: 'pagination', words: '' }
      if (section === 'breadcrumb') return { role: 'breadcrumb', words: '' }
      if (within.has('nav_bar') || within.has('footer')) return null
      if (section === 'refinements') return { role: 'refinements', words: '' }
      if (section === 'nav_bar' || section === 'footer') return { role: section, words: '' }
      if (/^(?:main|primary|global)$/i.test(words)) return { role: 'nav_bar', words: '' }
      return {
        role: 'section',
        words: words || this.#scrub(this.#shapes.of(block).title) || 'navigation',
        click: 'nav_bar',
      }
    }
    if (tag === 'aside' || role === 'complementary') {
      if (section && !within.has(section)) return { role: section, words: '' }
      const title = words || this.#scrub(this.#shapes.of(block).title)
      return title ? this.#identityOfTitle(title) : null
    }
    if (role === 'listbox' && (section === 'suggestions' || within.has('nav_bar')))
      return { role: 'suggestions', words: '' }
    return undefined
  }

  #isFilterForm(block: BlockPart, within: ReadonlySet<RegionRole>): boolean {
    if (block.tag !== 'form' || block.controls < 3 || within.has('refinements') || within.has('reviews')) return false
    return !this.#shapes.of(block).buys && FILTERS.test(wordsOfForm(block.element, ['id', 'name', 'class']))
  }

  /** The way from the front page to this one: a short row of links that its author calls so. */
  #isTrail(block: BlockPart, within: ReadonlySet<RegionRole>): boolean {
    if (block.controls > 8 || block.length > 250 || block.images > 1 || block.priced || within.size > 0) return false
    return TRAIL.test(`${block.id} ${attributeOf(block.element, 'class') ?? ''}`)
  }

  /** Several choices in what is called filters, by its id or by the words at its start. */
  #isFilterBlock(block: BlockPart, within: ReadonlySet<RegionRole>): boolean {
    if (block.controls < 3 || within.has('refinements') || within.has('nav_bar') || within.has('footer')) return false
    const [first] = block.parts
    const isNamed =
      FILTERS.test(block.id) ||
      (first?.kind === 'text' && first.text.length < 30 && matchSection(first.text) === 'refinements')
    const shape = isNamed && this.#shapes.of(block)
    return shape && !shape.buys && !shape.searches && ![...shape.items].some((item) => this.#shapes.isProduct(item))
  }

  #isPagination(block: BlockPart): boolean {
    const numbers = contentOf(block.parts).controls.filter((control) => /^\d{1,4}$/.test(control.text.trim())).length
    return numbers >= 2 && numbers * 2 >= block.controls
  }

  #identifyItem(block: BlockPart, within: ReadonlySet<RegionRole>): Identity | null {
    const { title, place, sure } = this.#shapes.subjectOf(block)
    const words = this.#scrub(title)
    if (!words) return null
    if (within.has('reviews')) return { role: 'review', words, place }
    if (within.has('nav_bar') || within.has('footer')) {
      return this.#shapes.isProduct(block) && block.priced ? { role: 'product', words, place } : this.#titled(block)
    }
    if (within.has('refinements'))
      return (
        this.#titled(block) ?? (block.controls > 1 ? { role: 'section', words: this.#headOf(block) || words } : null)
      )
    if (this.#shapes.isCartLine(block)) return { role: 'cart_line', words, place }
    if (this.#shapes.isProduct(block)) return { role: 'product', words, place }
    const worth = block.controls > 1 && sure && (block.images > 0 || this.#shapes.of(block).title !== '')
    return worth && !within.has('item') ? { role: 'item', words, place } : null
  }

  /** What stands first in a block, be it a text or what folds it up; empty where it is one of the choices. */
  #headOf(block: BlockPart): string {
    let first: Part | undefined = block
    while (first?.kind === 'block') first = first.parts[0]
    if (first?.kind === 'text') return this.#scrub(first.text)
    return first && !first.href && first.tag === 'button' ? this.#meaning(first).said : ''
  }

  #titled(block: BlockPart): Identity | null {
    const title = this.#shapes.of(block).title
    return title ? this.#identityOfTitle(title) : null
  }

  /** A labelled set of like choices: `Colour: red, green, blue`. */
  #identifyOptions(block: BlockPart, within: ReadonlySet<RegionRole>): Identity | null {
    if (block.controls < 2 || block.controls > 80) return null
    const { controls, texts } = contentOf(block.parts)
    const toggles = controls.filter((control) => OPTION_ROLES.has(control.role)).length
    const short = controls.every(
      (control) => control.tag !== 'select' && control.tag !== 'textarea' && this.#meaning(control).said.length <= 60,
    )
    if (!short) return null
    const click: ClickType = within.has('refinements') ? 'filter' : within.has('reviews') ? 'review' : 'product_option'
    const first = texts.find((text) => text.labels === null && !text.quiet && hasLetter(text.text))
    const label = block.label || (block.role === 'tablist' ? '' : (first?.text ?? ''))
    if (!label || label.length > 80) return null
    const head = this.#scrub(label.split(/[:：]/, 1)[0] as string).trim()
    if (toggles === controls.length && matchControl(head) === 'sort_by')
      return { role: 'options', words: head, click: 'filter' }
    const isLabel = block.label !== '' || first?.heading === 7 || /[:：]/.test(label.slice(0, 40))
    const uniform = toggles === controls.length || controls.every((control) => control.role === controls[0]?.role)
    if (!uniform || head.length > 40) return null
    const pressed = controls.every(({ role }) => role === 'button')
    if (isOptionLabel(label) && (isLabel || toggles > 1 || pressed || within.has('buy_box')))
      return { role: 'options', words: head, click }
    if (isLabel && toggles === controls.length)
      return { role: 'options', words: head, click: within.has('refinements') ? 'filter' : 'other' }
    return null
  }

  /** The smallest block with a button to buy and something that it applies to: a form, a price, a choice. */
  #isBuyBox(block: BlockPart, within: ReadonlySet<RegionRole>): boolean {
    if (within.has('buy_box') || within.has('nav_bar') || block.controls < 2 || block.tag === 'body') return false
    if (!this.#shapes.of(block).buys || this.#shapes.of(block).searches) return false
    const inner = block.parts.filter(
      (part) => part.kind === 'block' && this.#shapes.of(part).buys && this.#isWholeOffer(part),
    )
    // An offer without a choice to make has no box: what is around it is the page.
    const isBare = (part: Part) => part.kind === 'block' && part.priced && this.#shapes.of(part).buys
    if (!this.#shapes.of(block).asks && block.parts.some(isBare)) return false
    // A form with choices around its last step is the box, not that step alone.
    const isForm = block.tag === 'form' && inner.length === 1 && block.controls <= MOST_ORDERING
    if (inner.length > 0 && !(isForm && !this.#shapes.holdsProducts(block))) return false
    return this.#isWholeOffer(block)
  }

  #isWholeOffer(block: BlockPart): boolean {
    return block.controls > 1 && (block.tag === 'form' || block.priced || this.#shapes.of(block).asks)
  }

  #placeControl(control: ControlPart, setting: Setting): void {
    const { region, within, around } = setting
    const meaning = this.#meaning(control)
    const orphan = control.form ? null : this.#orphan
    this.#orphan = null
    const placed: Placed = { kind: 'placed', control, same: [], leaf: '', click: null, around }
    const inCard = region.role === 'product' || region.role === 'cart_line' || region.role === 'item'
    if (inCard && meaning.place !== '' && meaning.concept === '' && meaning.place === region.place) {
      const known = region.parts.find(
        (part) => part.kind === 'placed' && this.#meaning(part.control).place === region.place,
      )
      if (known?.kind === 'placed') {
        this.#merge(known, control, region)
        return
      }
      if (region.role !== 'item') placed.leaf = 'view_product'
    } else if (meaning.concept && !(NAMES_A_SUBMIT.has(meaning.concept) && this.#isSubmit(control))) {
      placed.leaf = this.#leafOfConcept(control, meaning, setting)
    } else if (this.#isSearchSubmit(control)) placed.leaf = 'search_button'
    else if (this.#isFinderSubmit(control)) placed.leaf = 'search_button'
    else if (this.#isOrderSubmit(control) || (orphan && this.#isOrphanSubmit(control)))
      placed.leaf = this.#asksAddress(orphan ?? control.form) ? 'place_order' : 'add_to_cart'
    else if (PAGE.test(meaning.said) && control.href && !within.has('refinements')) {
      if (region.role === 'pagination' || PAGING.test(control.href)) {
        placed.leaf = `page_${/\d+$/.exec(meaning.said)}`
        placed.click = 'page_related'
      }
    }
    const told = this.#told.size > 0 ? this.#toldOf(control) : undefined
    if (told?.name) placed.leaf = told.name
    placed.click = told?.click_type ?? placed.click ?? this.#clickOf(control, meaning, placed.leaf, setting)
    region.parts.push(placed)
  }

  #toldOf({ element, twins }: ControlPart): PartRule | undefined {
    for (const each of [element, ...twins]) {
      const rule = this.#told.get(each)
      if (rule && !rule.region) return rule
    }
    return undefined
  }

  /** Joins a second way to the same thing: the better text stays its label, the other stays as text. */
  #merge(known: Placed, control: ControlPart, region: Region): void {
    const weight = (part: ControlPart): number => titleWeight(part, this.#meaning(part))
    const wins = weight(control) > weight(known.control)
    const other = wins ? known.control : control
    if (wins) known.control = control
    known.same.push(other)
    if (other.text && !other.pictured) {
      region.parts.push({ kind: 'text', text: other.text, heading: 0, inline: false, quiet: false, labels: null })
    }
  }

  #leafOfConcept(control: ControlPart, { concept }: Meaning, { region, within, around }: Setting): string {
    if (concept === 'search_button') {
      return this.#isSearchSubmit(control) || this.#isBesideSearch(control, around) ? 'search_button' : ''
    }
    if (concept === 'next' || concept === 'previous') {
      const paged = region.role === 'pagination' || control.href !== '' || /\b(?:next|prev)\b/.test(control.hints)
      return paged && !within.has('product') ? `${concept}_page` : concept
    }
    if (concept === 'view_reviews' || concept === 'rating') {
      return within.has('reviews') || within.has('nav_bar') || within.has('footer') || control.tag === 'input'
        ? ''
        : concept
    }
    if (concept === 'sort_by')
      return control.tag === 'select' || control.role === 'combobox' || control.tag === 'button' ? 'sort_by' : ''
    if (concept === 'coupon') return control.tag === 'input' ? 'coupon' : ''
    if (concept === 'remove') return within.has('refinements') ? '' : 'remove'
    if (concept === 'add_to_cart' && control.tag === 'a' && control.href && within.has('nav_bar')) return 'view_cart'
    if (concept === 'increase_quantity' || concept === 'decrease_quantity')
      return control.tag === 'a' || control.tag === 'button' ? concept : ''
    return concept
  }

  /** A native button that sends its form, which holds something to send. */
  #isSubmit({ tag, form, type }: ControlPart): boolean {
    if (tag !== 'button' || !form || /button|reset/.test(type)) return false
    return (this.#forms.get(form) ?? []).some((part) => part.tag !== 'button' && part.tag !== 'a')
  }

  #submitsOf(form: Element): ControlPart[] {
    return (this.#forms.get(form) ?? []).filter((part) => part.tag === 'button' && !/button|reset/.test(part.type))
  }

  /** The button of a form that says it orders, or asks how many, whatever is written on it: often a picture. */
  #isOrderSubmit(control: ControlPart): boolean {
    const { form } = control
    if (control.tag !== 'button' || !form || /button|reset/.test(control.type)) return false
    if (this.#submitsOf(form).length !== 1 || this.#hints.isCart) return false
    const fields = this.#forms.get(form) ?? []
    const quantities = fields.filter((part) => this.#meaning(part).concept === 'quantity').length
    const words = wordsOfForm(form)
    const orders = ORDERS.test(words) || (quantities === 0 && ORDERS.test(wordsOfHidden(form)))
    if (quantities !== 1 && !orders) return false
    // A form to write to the shop is no order, whatever its page is called.
    if (quantities === 0 && fields.some((part) => part.tag === 'textarea')) return false
    return !NO_ORDER.test(`${words} ${this.#meaning(control).said}`)
  }

  /** The button that stands right after an ordering form without one, and does what a script says. */
  #isOrphanSubmit(control: ControlPart): boolean {
    return (control.tag === 'button' || control.tag === 'a') && control.href === ''
  }

  /** Remembers a form that orders and has no way to be sent within it. */
  #noteOrphan({ element }: BlockPart): void {
    const parts = this.#forms.get(element) ?? []
    const lacks = parts.length > 0 && parts.every((part) => part.tag !== 'button' && part.tag !== 'a')
    this.#orphan = lacks && !this.#hints.isCart && ORDERS.test(wordsOfForm(element)) ? element : null
  }

  /** The button of a form that finds things by choosing from two lists or more. */
  #isFinderSubmit(control: ControlPart): boolean {
    const { form } = control
    if (control.tag !== 'button' || !form || /button|reset/.test(control.type)) return false
    const fields = (this.#forms.get(form) ?? []).filter((part) => part.tag !== 'button')
    if (fields.length < 2 || fields.some((part) => part.tag !== 'select')) return false
    return this.#submitsOf(form).length === 1 && FINDS.test(wordsOfForm(form, ['action', 'id', 'name', 'class']))
  }

  #asksAddress(form: Element | null): boolean {
    const fields = (form && this.#forms.get(form)) ?? []
    return fields.some((part) => /address|postal|zip|street/i.test(`${part.hints} ${part.autocomplete}`))
  }

  #isBesideSearch(control: ControlPart, around: BlockPart[]): boolean {
    if (control.form || control.href) return false
    return around.slice(0, 3).some((block) => this.#shapes.of(block).searches)
  }

  /** The button that sends a search: the first submit button of a form whose only text field searches. */
  #isSearchSubmit(control: ControlPart): boolean {
    if (control.tag !== 'button' || !control.form) return false
    const siblings = this.#forms.get(control.form) ?? []
    const fields = siblings.filter(
      (part) => part.role === 'textbox' || part.role === 'searchbox' || part.role === 'combobox',
    )
    const search = fields.find((part) => this.#meaning(part).concept === 'search_input')
    if (!search || fields.filter((part) => part.tag === 'input').length > 2) return false
    const buttons = siblings.filter((part) => part.tag === 'button')
    const told = buttons.find((part) => this.#meaning(part).concept === 'search_button')
    const submit = buttons.find(
      (part) => part.type === 'submit' || part.type === 'image' || attributeOf(part.element, 'type') !== 'button',
    )
    return control === (told ?? submit ?? buttons[0])
  }

  #clickOf(control: ControlPart, meaning: Meaning, leaf: string, { region, within }: Setting): ClickType | null {
    switch (leaf) {
      case 'add_to_cart':
      case 'buy_now':
      case 'checkout':
      case 'place_order':
        return 'purchase'
      case 'search_input':
      case 'search_button':
        return 'search'
      case 'quantity':
      case 'increase_quantity':
      case 'decrease_quantity':
        return 'quantity'
      case 'view_reviews':
      case 'rating':
      case 'write_review':
        return 'review'
      case 'sort_by':
      case 'clear_filters':
        return within.has('reviews') ? 'review' : 'filter'
      case 'view_product':
        return 'product_link'
      case 'next':
      case 'previous':
      case 'next_page':
      case 'previous_page':
        return within.has('nav_bar') ? null : 'page_related'
      case 'remove':
      case 'save_for_later':
        return within.has('mini_cart') ? 'cart_side_bar' : 'cart_page_select'
    }
    if (region.click || within.has('nav_bar') || within.has('footer')) return null
    if (control.images > 0 && LEADS_TO_PRODUCT.test(control.href)) return 'product_link'
    if (control.role === 'radio' && within.has('buy_box')) return 'product_option'
    if (control.tag === 'select' && isOptionLabel(meaning.said || control.hints)) return 'product_option'
    if (control.tag === 'select' && within.has('buy_box') && !this.#asksAddress(control.form)) return 'product_option'
    return null
  }
}
