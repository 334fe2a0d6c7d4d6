import { isPrice } from '../text/price.ts'
import { wordsOfId } from '../text/wordsOfId.ts'
import { contentOf } from './contentOf.ts'
import { isDetailsLabel, isFacetLabel, isOptionLabel, matchSection, type SectionConcept } from './matchWords.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart, Part, TextPart } from './model.ts'
import { findSubject, retitle, type Subject } from './subject.ts'

/** What a block's content shows about it, without regard to where it stands. */
export interface Shape {
  /** Blocks among its parts that are entries of a list. */
  items: Set<BlockPart>
  /** It holds a list somewhere within. */
  listed: boolean
  /** It holds a button to buy. */
  buys: boolean
  /** It holds something that a button to buy may need: a choice, a quantity. */
  asks: boolean
  /** It holds a way to say how many. */
  counts: boolean
  /** It holds a way to remove. */
  removes: boolean
  searches: boolean
  /** It holds the heading of the page. */
  topmost: boolean
  /** What its label, and what its id, says it is. */
  labelSays: SectionConcept | null
  idSays: SectionConcept | null
  /** Its heading, where it is no more than a heading with a link or two beside it; else empty. */
  headingRow: string
  /** The heading that stands for the whole block, or empty. */
  title: string
  /** It may be an entry of a list; worked out when first asked for. */
  rich: boolean | null
  /** It holds several cards; the same. */
  holdsProducts: boolean | null
}

const LANDMARKS = new Set(['header', 'nav', 'footer', 'aside', 'main', 'dialog'])
const ITEM_TAGS = new Set(['li', 'article', 'tr'])
const ITEM_ROLES = new Set(['listitem', 'article', 'row', 'option'])
const MOST_CONTROLS = 40
/** Controls up to which something with a picture and a price may be a card. */
const MOST_ON_CARD = 8
const MOST_TEXT = 5000
/** Blocks up to which each is compared with each. */
const FEW = 12

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Share of the tags that two masks have in common, 0–1. */
function likeness(a: number, b: number): number {
  const union = bits(a | b)
  return union === 0 ? 0 : bits(a & b) / union
}

/** The tags that at least half of the blocks hold. */
function commonMask(blocks: BlockPart[]): number {
  let mask = 0
  for (let bit = 0; bit < 32; bit++) {
    let count = 0
    for (const block of blocks) if (block.mask & (1 << bit)) count++
    if (count * 2 >= blocks.length) mask |= 1 << bit
  }
  return mask
}

/** Those of a family that look like most of it. */
function alikeAmong(family: BlockPart[]): BlockPart[] {
  if (family.length > FEW) {
    const common = commonMask(family)
    return family.filter((kid) => likeness(kid.mask, common) >= 0.5)
  }
  return family.filter(
    (kid) => family.filter((other) => likeness(kid.mask, other.mask) >= 0.5).length * 2 >= family.length,
  )
}

/** A price may be set as a heading, and is none: it names nothing, and changes. */
const isHeading = ({ text, heading }: TextPart): boolean => heading > 1 && heading < 7 && !isPrice(text)

/** True where the page itself says that the block is one entry of a list. */
const isMarkedItem = (block: BlockPart): boolean =>
  ITEM_TAGS.has(block.tag) || ITEM_ROLES.has(block.role) || block.marked

/** Computes shapes bottom-up and remembers them as long as the block lives. */
export class Shapes {
  #shapes = new WeakMap<BlockPart, Shape>()
  #subjects = new WeakMap<BlockPart, Subject>()
  #meaning: (control: ControlPart) => Meaning

  constructor(meaning: (control: ControlPart) => Meaning) {
    this.#meaning = meaning
  }

  of(block: BlockPart): Shape {
    let shape = this.#shapes.get(block)
    if (!shape) {
      shape = this.#measure(block)
      this.#shapes.set(block, shape)
    }
    return shape
  }

  subjectOf(block: BlockPart): Subject {
    let subject = this.#subjects.get(block)
    if (!subject) {
      subject = findSubject(block, this.#meaning, this.of(block).removes)
      this.#subjects.set(block, subject)
    }
    return subject
  }

  /** True for what sells: a title that leads somewhere, with a picture, a heading or a button to buy, and a price or an address to match. */
  isProduct(block: BlockPart): boolean {
    const { link, title } = this.subjectOf(block)
    if (!link || !title) return false
    const { said } = this.#meaning(link)
    const isCard = block.images > 0 && block.priced && block.controls < MOST_ON_CARD && !this.of(block).asks
    const isShownBeside = isCard && isDetailsLabel(said)
    if (link.images === 0 && link.heading === 0 && said !== title && !isShownBeside) return false
    // A link that is no more than beside a way to buy does not name what is bought.
    const isShown = link.images > 0 || link.heading > 0 || block.images > 0 || link.says.includes('product')
    if (this.of(block).buys ? isShown || block.controls < 4 : block.priced && block.tag === 'tr' && this.of(block).asks)
      return true
    if (block.images === 0 && link.heading === 0) return false
    if (link.says.includes('product')) return true
    // A row of plain links beside the cart and what is in it is a menu.
    const isPlain = link.images === 0 && link.heading === 0
    return block.priced && !(isPlain && this.#leadsToCart(block))
  }

  #leadsToCart(block: BlockPart): boolean {
    return contentOf(block.parts).controls.some((control) => this.#meaning(control).concept === 'view_cart')
  }

  /** True for a line of a cart: something with a title that can be removed. */
  isCartLine(block: BlockPart): boolean {
    const { title, link } = this.subjectOf(block)
    if (!title || block.controls > 20 || block.controls < 2) return false
    const { removes, counts } = this.of(block)
    // What tells that a cart is empty, and clears it, is no line of it.
    return removes && (block.priced || counts || (!!link && this.#meaning(link).said === title))
  }

  #measure(block: BlockPart): Shape {
    const kids: BlockPart[] = []
    const shape: Shape = {
      items: new Set(),
      listed: false,
      buys: false,
      asks: false,
      counts: false,
      removes: false,
      searches: false,
      topmost: false,
      labelSays: block.label ? matchSection(block.label) : null,
      idSays: block.id ? matchSection(wordsOfId(block.id)) : null,
      headingRow: '',
      title: '',
      rich: null,
      holdsProducts: null,
    }
    for (const part of block.parts) {
      if (part.kind === 'text') shape.topmost ||= part.heading === 1
      else if (part.kind === 'control') {
        const { concept } = this.#meaning(part)
        shape.buys ||= concept === 'add_to_cart' || concept === 'buy_now'
        shape.counts ||= concept === 'quantity' || concept === 'increase_quantity'
        shape.asks ||= concept === 'quantity' || part.tag === 'select' || part.role === 'radio'
        shape.removes ||= concept === 'remove'
        shape.searches ||= concept === 'search_input'
      } else {
        const inner = this.of(part)
        shape.listed ||= inner.listed
        shape.buys ||= inner.buys
        shape.asks ||= inner.asks
        shape.counts ||= inner.counts
        shape.removes ||= inner.removes
        shape.searches ||= inner.searches
        shape.topmost ||= inner.topmost
        kids.push(part)
      }
    }
    this.#shapes.set(block, shape)
    shape.items = this.#findItems(kids)
    shape.listed ||= shape.items.size > 0
    shape.headingRow = this.#headingRow(block, shape)
    if (!shape.headingRow) shape.title = this.#titleOf(block)
    return shape
  }

  /** Text of a part that is a heading, or a row that is hardly more; else empty. */
  headingOf(part: Part): string {
    if (part.kind === 'block') return this.of(part).headingRow
    if (part.kind === 'text') return isHeading(part) ? part.text : ''
    return part.heading < 2 || part.heading > 6 ? '' : this.#meaning(part).said
  }

  #headingRow(block: BlockPart, { items }: Shape): string {
    if (block.tag === 'section' || block.tag === 'form' || LANDMARKS.has(block.tag)) return ''
    if (block.label || items.size > 0) return ''
    if (block.controls > 3 || block.length > 250 || block.images > 1 || block.priced || isMarkedItem(block)) return ''
    if (/^h[2-6]$/.test(block.tag)) {
      return block.parts
        .map((part) => (part.kind === 'block' ? '' : part.text))
        .join(' ')
        .trim()
    }
    const { controls, texts } = contentOf(block.parts)
    const link = controls.find((control) => control.heading > 1)
    const heading = texts.find(isHeading)?.text ?? (link ? this.#meaning(link).said : '')
    // A few sizes below their label are no row above others.
    if (!heading || (block.controls > 1 && heading.length < 30 && (isOptionLabel(heading) || isFacetLabel(heading))))
      return ''
    let rest = 0
    for (const text of texts) if (text.heading === 0 && !text.quiet) rest += text.text.length
    return rest <= 60 ? heading : ''
  }

  #titleOf(block: BlockPart): string {
    if (block.tag === 'main' || block.tag === 'body') return ''
    let title = ''
    let before = 0
    for (const part of block.parts) {
      const found = this.headingOf(part)
      if (found && title) return ''
      if (found) title = found
      if (!title) before += part.kind === 'control' ? 1 : part.kind === 'block' ? part.controls : 0
    }
    // The head of choices that cannot be chosen, a picture's colours, is no head of those below.
    const misses =
      isOptionLabel(title) && block.parts.some((part) => part.kind === 'block' && isOptionLabel(this.of(part).title))
    return before <= block.controls - before && !misses ? title : ''
  }

  #mayBeEntry(block: BlockPart): boolean {
    if (block.controls === 0 || block.controls > MOST_CONTROLS || block.length > MOST_TEXT) return false
    return !LANDMARKS.has(block.tag) && !this.of(block).topmost
  }

  #isRich(block: BlockPart): boolean {
    const shape = this.of(block)
    shape.rich ??= this.subjectOf(block).title !== '' && !this.holdsProducts(block)
    return shape.rich
  }

  /** A row of several cards is no card itself. */
  holdsProducts(block: BlockPart): boolean {
    const shape = this.of(block)
    shape.holdsProducts ??= this.#findProducts(block, shape)
    return shape.holdsProducts
  }

  #findProducts(block: BlockPart, { items }: Shape): boolean {
    let whole = 0
    for (const item of items) {
      const isShown = item.images > 0 && (item.priced || this.subjectOf(item).place !== '')
      if ((isShown || (item.priced && this.isProduct(item))) && ++whole > 1) return true
    }
    return block.parts.some((part) => part.kind === 'block' && this.holdsProducts(part))
  }

  #findItems(kids: BlockPart[]): Set<BlockPart> {
    const items = new Set<BlockPart>()
    const family = (kid: BlockPart): string => `${kid.tag} ${kid.role}`
    const sizes = new Map<string, number>()
    const hopeful = kids.filter((kid) => this.#mayBeEntry(kid))
    for (const kid of hopeful) sizes.set(family(kid), (sizes.get(family(kid)) ?? 0) + 1)
    const rich = hopeful.filter(
      (kid) =>
        ((sizes.get(family(kid)) as number) > 1 || this.of(kid).removes || isMarkedItem(kid)) && this.#isRich(kid),
    )
    if (rich.length === 0) return items
    const families = Map.groupBy(rich, family)
    for (const family of families.values()) {
      const alike = alikeAmong(family)
      const subjects = alike.map((kid) => this.subjectOf(kid))
      retitle(alike, subjects)
      const distinct = new Set(subjects.map((subject) => subject.place || subject.title)).size
      // A carousel that goes round holds copies of its entries.
      const whole = new Set(subjects.map((subject) => `${subject.place} ${subject.title}`)).size
      if (distinct * 10 < (distinct > 2 ? whole : alike.length) * 7 || distinct < 2) continue
      const enough = alike.filter((kid) => isMarkedItem(kid) || this.isProduct(kid)).length >= 2 || alike.length >= 3
      if (enough) for (const kid of alike) items.add(kid)
    }
    for (const kid of rich) {
      if (items.has(kid)) continue
      if (
        isMarkedItem(kid)
          ? this.isProduct(kid) || this.isCartLine(kid)
          : this.isCartLine(kid) && !this.of(kid).listed && (this.subjectOf(kid).link || this.of(kid).counts)
      ) {
        items.add(kid)
      }
    }
    return items
  }
}
