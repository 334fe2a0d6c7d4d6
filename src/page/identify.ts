import { contentOf } from './contentOf.ts'
import { identifyOptions } from './identifyOptions.ts'
import { isBuyBox } from './isBuyBox.ts'
import { isFacets } from './isFacets.ts'
import { isPageRow } from './isPageRow.ts'
import { isSiteHeader } from './isSiteHeader.ts'
import { matchControl, matchSection } from './matchWords.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart, Part } from './model.ts'
import type { Identity, PageHints, PartRule, RegionRole, Setting } from './region.ts'
import type { Shapes } from './shape.ts'
import { wordsOfForm } from './wordsOfForm.ts'

/** Words in the name or class of a form that narrows a list down. */
const FILTERS = /filter|refine|facet|layered|verfeiner|affiner|podbor/i
const SEARCH_RESULTS: Identity = { role: 'search_results', words: '' }
/** Words of a heading over what a search has found. */
const RESULTS = /result|ergebnis|treffer|résultat|risultat|wynik|výsled|найден|結果|结果|결과/i
const LANDMARKS = new Set(['header', 'footer', 'nav', 'aside', 'main', 'section'])
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

/** Controls among and within `parts[from]` to `parts[to - 1]`. */
function countOf(parts: Part[], from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; index++) {
    const part = parts[index] as Part
    if (part.kind !== 'text') count += part.kind === 'block' ? part.controls : 1
  }
  return count
}

/** Tells what the blocks of a page are to a shopper. Every rule looks at one block and what is in it. */
export class Identifier {
  #shapes: Shapes
  #meaning: (control: ControlPart) => Meaning
  #hints: PageHints
  #rules: readonly PartRule[]

  constructor(
    shapes: Shapes,
    meaning: (control: ControlPart) => Meaning,
    hints: PageHints,
    rules: readonly PartRule[],
  ) {
    this.#shapes = shapes
    this.#meaning = meaning
    this.#hints = hints
    this.#rules = rules
  }

  /** What a block is, or null where it is no region of its own. `isItem`: it is an entry of a list. */
  identify(block: BlockPart, setting: Setting, isItem: boolean): Identity | null {
    const found = this.#identify(block, setting, isItem)
    return found && this.#isResults(found, block, setting) ? SEARCH_RESULTS : found
  }

  /** The list that a page is for: its results, its cart. */
  identifyList(items: Set<BlockPart>, block: BlockPart, { within }: Setting): Identity | null {
    if (items.size === 0 || within.size > 0) return null
    const list = [...items]
    const lines = list.filter((item) => this.#isLine(item) && !this.#shapes.of(item).buys).length
    // Products on sale of which some are in the cart are no cart.
    const isSelling = this.#hints.isCart ? list.some((item) => this.#shapes.of(item).buys) : this.#shapes.of(block).buys
    if (lines * 2 > list.length && !isSelling) return { role: 'cart', words: '' }
    if (this.#hints.isSearch && list.filter((item) => this.#shapes.isProduct(item)).length > 2) return SEARCH_RESULTS
    return null
  }

  /**
   * Headings that lie among the parts rather than around them: where each such section begins (its identity) and
   * where it ends (null), at the next heading or at a block that has one of its own.
   */
  sectionsAmong(parts: Part[]): Map<number, Identity | null> | null {
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

  #identify(block: BlockPart, setting: Setting, isItem: boolean): Identity | null {
    const { within } = setting
    const inCard = within.has('product') || within.has('cart_line') || within.has('review')
    if (block.role === 'dialog' || block.role === 'alertdialog' || block.tag === 'dialog') {
      return { role: 'dialog', words: block.label || this.#shapes.of(block).title }
    }
    if (inCard) return null
    const told = block.rules.length > 0 ? this.#identifyTold(block, setting) : null
    if (told) return told
    const landmark = this.#identifyLandmark(block, setting)
    if (landmark !== undefined) return landmark
    if (isItem) {
      const item = this.#identifyItem(block, within)
      if (item) return item
    }
    if (within.size === 0 && !setting.isSectioned && isSiteHeader(block, this.#shapes, this.#meaning))
      return { role: 'nav_bar', words: '' }
    if (
      this.#isFilterForm(block, within) ||
      this.#isFilterBlock(block, within) ||
      (within.size === 0 && isFacets(block, this.#shapes, this.#meaning))
    )
      return { role: 'refinements', words: '' }
    if (within.size === 0 && isPageRow(block, this.#meaning)) return { role: 'pagination', words: '' }
    const options = identifyOptions(block, within, this.#meaning)
    // What stands below the choices, a complaint for one, makes no second set of them.
    if (options) return setting.region.role === 'options' && setting.region.words === options.words ? null : options
    if (isBuyBox(block, within, this.#shapes)) return { role: 'buy_box', words: '' }
    if (this.#isTrail(block, within)) return { role: 'breadcrumb', words: '' }
    const named =
      block.tag === 'section' || block.tag === 'form' || block.tag === 'fieldset' || GROUP_ROLES.has(block.role)
    const label = named || block.label ? block.label : ''
    const byId = this.#shapes.of(block).idSays
    if (byId && !within.has(byId) && block.controls > 1 && (byId !== 'nav_bar' || within.size === 0)) {
      if (byId !== 'mini_cart' || !this.#hints.isCart) return { role: byId, words: '' }
    }
    if (label && !within.has('nav_bar')) return this.#identityOfTitle(label)
    const title = this.#shapes.of(block).title
    if (!title) return null
    return this.#identityOfTitle(title)
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

  /** What a recipe says about the block, or about an element around it that no other block stands for. */
  #identifyTold(block: BlockPart, { within }: Setting): Identity | null {
    for (const number of block.rules) {
      const rule = this.#rules[number]
      if (!rule?.region || within.has(rule.region)) continue
      const role = rule.region
      const click = rule.click_type
      const words = rule.name?.replaceAll('_', ' ') ?? ''
      if (role === 'product' || role === 'cart_line' || role === 'review') {
        const { title, place, href } = this.#shapes.subjectOf(block)
        return title ? { role, words: words || title, place, href, ...(click && { click }) } : null
      }
      const needsWords = role === 'section' || role === 'options' || role === 'dialog'
      const shown = words || (needsWords ? block.label || this.#shapes.of(block).title : '')
      return { role, words: shown, ...(click && { click }) }
    }
    return null
  }

  /** Undefined where the block is no landmark; null where it is one that needs no region of its own. */
  #identifyLandmark(block: BlockPart, { within, isSectioned }: Setting): Identity | null | undefined {
    const { tag, role } = block
    const words = block.label
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
        words: words || this.#shapes.of(block).title || 'navigation',
        click: 'nav_bar',
      }
    }
    if (tag === 'aside' || role === 'complementary') {
      if (section && !within.has(section)) return { role: section, words: '' }
      const title = words || this.#shapes.of(block).title
      return title ? this.#identityOfTitle(title) : null
    }
    if (role === 'listbox' && (section === 'suggestions' || within.has('nav_bar')))
      return { role: 'suggestions', words: '' }
    return undefined
  }

  #isFilterForm(block: BlockPart, within: ReadonlySet<RegionRole>): boolean {
    if (block.tag !== 'form' || block.controls < 3 || within.has('refinements') || within.has('reviews')) return false
    return (
      !this.#shapes.of(block).buys && !!block.form && FILTERS.test(wordsOfForm(block.form, ['id', 'name', 'class']))
    )
  }

  /** A short row of links that its author calls the way from the front page. */
  #isTrail(block: BlockPart, within: ReadonlySet<RegionRole>): boolean {
    if (block.controls > 8 || block.length > 250 || block.images > 1 || block.priced || within.size > 0) return false
    return block.trail
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

  /** A line of a cart: it can be removed or, on a cart's page, counted. */
  #isLine(block: BlockPart): boolean {
    if (this.#shapes.isCartLine(block)) return true
    if (!this.#hints.isCart || !block.priced || this.#shapes.of(block).buys) return false
    return this.#shapes.of(block).counts
  }

  #identifyItem(block: BlockPart, within: ReadonlySet<RegionRole>): Identity | null {
    const { title, place, href, sure, link } = this.#shapes.subjectOf(block)
    if (!title) return null
    const words = title
    if (within.has('reviews')) return { role: 'review', words, place, href }
    if (within.has('nav_bar') || within.has('footer')) {
      return this.#shapes.isProduct(block) && block.priced
        ? { role: 'product', words, place, href }
        : this.#titled(block)
    }
    if (within.has('refinements'))
      return (
        this.#titled(block) ?? (block.controls > 1 ? { role: 'section', words: this.#headOf(block) || words } : null)
      )
    if (this.#isLine(block)) return { role: 'cart_line', words, place, href }
    if (this.#shapes.isProduct(block)) return { role: 'product', words, place, href }
    // A card that a script opens, or that is sold as it stands, leads nowhere.
    const { buys, asks } = this.#shapes.of(block)
    const isSold = buys && !asks && (block.priced || !within.has('buy_box'))
    const isOffer = !link && sure && block.images > 0 && block.controls < 8 && isSold
    if (isOffer) return { role: 'product', words, place, href }
    const worth = block.controls > 1 && sure && (block.images > 0 || this.#shapes.of(block).title !== '')
    return worth && !within.has('item') ? { role: 'item', words, place, href } : null
  }

  /** What stands first in a block, be it a text or what folds it up; empty where it is one of the choices. */
  #headOf(block: BlockPart): string {
    let first: Part | undefined = block
    while (first?.kind === 'block') first = first.parts[0]
    if (first?.kind === 'text') return first.text
    return first && !first.href && first.tag === 'button' ? this.#meaning(first).said : ''
  }

  #titled(block: BlockPart): Identity | null {
    const title = this.#shapes.of(block).title
    return title ? this.#identityOfTitle(title) : null
  }

  #identityOfTitle(title: string): Identity {
    const words = title
    const role = matchSection(words)
    if (role === 'mini_cart' && this.#hints.isCart) return { role: 'cart', words: '' }
    if (role && role !== 'mini_cart' && role !== 'nav_bar' && role !== 'footer')
      return { role, words: '', title: words }
    return { role: matchControl(words) === 'view_reviews' ? 'reviews' : 'section', words }
  }
}
