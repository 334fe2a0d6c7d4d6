import type { ReadControl, ReadText } from '../../schemas/index.ts'
import { hashOf } from '../text/hashOf.ts'
import { placeOf } from '../text/placeOf.ts'
import { describeControl } from './describeControl.ts'
import { describeForm } from './describeForm.ts'
import { attributeOf, outerOf } from './dom.ts'
import type { BlockPart, ControlPart, Part, TextPart } from './model.ts'

/** Longer texts say no more about a page: a context cuts them to less than half of this. */
const LONGEST_TEXT = 1000
/** Blocks written between two steps. */
const STEP = 64
/** Words in the class or id of the way from the front page to a page. */
const TRAIL = /crumb|topicpath/i
const ITEM_ATTRIBUTES = [
  'data-asin',
  'data-product-id',
  'data-productid',
  'data-sku',
  'data-item-id',
  'data-pid',
  'data-product',
]

interface Scrubbers {
  scrub(text: string): string
  scrubUrl(url: string): string
}

/** Indices of a recipe's rules by the elements that they match: for controls, and for parts of the page. */
export interface ToldRules {
  controls: ReadonlyMap<Element, number>
  regions: ReadonlyMap<Element, number>
}

/** Tells what an address leads to from other things; empty for the front page and for none. */
function placeHash(href: string): string {
  const place = href && placeOf(href)
  return place.length > 1 ? hashOf(place) : ''
}

/** What is left of an object without what says nothing. */
const sparse = <T extends object>(whole: T): Partial<T> =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value)) as Partial<T>

/**
 * Writes parts as the JSON of a `PageReading`, scrubbed, and remembers how it wrote each as long as the part lives: a part is
 * made anew where something in it changed.
 */
export class PartWriter {
  #scrubbers: Scrubbers
  #written = new WeakMap<Part, string>()
  #formNumbers = new WeakMap<Element, number>()
  #formCount = 0
  /** Forms that came up since this was last emptied. */
  #forms = new Map<Element, number>()
  #told: ToldRules | null = null
  #count = 0

  constructor(scrubbers: Scrubbers) {
    this.#scrubbers = scrubbers
  }

  /** Writes ahead what a block holds itself, in the slice of work that has read it. */
  prepare(block: BlockPart): void {
    for (const part of block.parts) if (part.kind !== 'block') this.#leaf(part)
  }

  /** JSON of all parts and of their forms, in steps between which the page may work. */
  *write(parts: readonly Part[], told: ToldRules | null): Generator<undefined, { parts: string; forms: string }> {
    this.#told = told && told.controls.size + told.regions.size > 0 ? told : null
    this.#forms.clear()
    this.#count = 0
    const written = yield* this.#list(parts, null)
    const forms = [...this.#forms].map(([form, number]) => [number, describeForm(form, this.#scrubbers.scrub)])
    return { parts: `[${written}]`, forms: JSON.stringify(Object.fromEntries(forms)) }
  }

  *#list(parts: readonly Part[], block: BlockPart | null): Generator<undefined, string> {
    let all = ''
    for (const part of parts) {
      const one = part.kind === 'block' ? yield* this.#block(part, block) : this.#placed(part)
      all += all === '' ? one : `,${one}`
    }
    return all
  }

  *#block(block: BlockPart, around: BlockPart | null): Generator<undefined, string> {
    if (++this.#count % STEP === 0) yield
    const inner = yield* this.#list(block.parts, block)
    const form = block.tag === 'form' ? this.#formOf(block.element) : undefined
    let own = this.#written.get(block)
    if (own === undefined) {
      own = JSON.stringify(this.#describe(block)).slice(0, -1)
      this.#written.set(block, own)
    }
    const rules = this.#told ? this.#rulesOf(block, around) : []
    return `${own}${form === undefined ? '' : `,"form":${form}`}${rules.length ? `,"rules":[${rules}]` : ''},"parts":[${inner}]}`
  }

  #describe({ element, tag, role, label, id, mask, images }: BlockPart): object {
    const { scrub } = this.#scrubbers
    const marked =
      ITEM_ATTRIBUTES.some((name) => attributeOf(element, name)) ||
      /schema\.org\/(?:Product|Offer|ListItem|Review)\b/.test(attributeOf(element, 'itemtype') ?? '')
    return {
      tag: tag.slice(0, 100),
      mask,
      ...sparse({
        role: role.slice(0, 100),
        label: label && scrub(label),
        id: id && scrub(id.slice(0, 300)),
        images,
        marked,
        trail: TRAIL.test(`${id} ${attributeOf(element, 'class') ?? ''}`),
      }),
    }
  }

  /** Rules for the element of a block and for what is around it, up to the block around. */
  #rulesOf({ element }: BlockPart, around: BlockPart | null): number[] {
    const rules: number[] = []
    for (let at: Element | null = element; at && at !== around?.element; at = outerOf(at)) {
      const rule = this.#told?.regions.get(at)
      if (rule !== undefined) rules.push(rule)
    }
    return rules.slice(0, 20)
  }

  /** A text or control where it stands: what may differ from look to look is added to what is remembered. */
  #placed(part: TextPart | ControlPart): string {
    const leaf = this.#leaf(part)
    if (part.kind === 'text') return leaf
    let more = ''
    if (part.form) more += `,"form":${this.#formOf(part.form)}`
    if (this.#told) {
      for (const element of [part.element, ...part.twins]) {
        const rule = this.#told.controls.get(element)
        if (rule === undefined) continue
        more += `,"rule":${rule}`
        break
      }
    }
    return more ? `${leaf.slice(0, -1)}${more}}` : leaf
  }

  #leaf(part: TextPart | ControlPart): string {
    let written = this.#written.get(part)
    if (written === undefined) {
      written = JSON.stringify(part.kind === 'text' ? this.#text(part) : this.#control(part))
      this.#written.set(part, written)
    }
    return written
  }

  #text({ text, heading, quiet, labels }: TextPart): string | ReadText {
    const said = this.#scrubbers.scrub(text.trim()).slice(0, LONGEST_TEXT)
    return heading || quiet || labels
      ? { text: said, ...(sparse({ heading, quiet, labels: labels !== null }) as Omit<ReadText, 'text'>) }
      : said
  }

  #control(control: ControlPart): ReadControl {
    const { scrub, scrubUrl } = this.#scrubbers
    const { value, choices, chosen } = control
    const fixed = control.tag === 'button' ? attributeOf(control.element, 'value') : null
    return {
      control: control.tag,
      role: control.role.slice(0, 40),
      ...(sparse({
        type: control.type.slice(0, 40),
        label: control.label && scrub(control.label).slice(0, LONGEST_TEXT),
        text: control.text && scrub(control.text).slice(0, LONGEST_TEXT),
        // An address of which nothing may be told leads somewhere all the same.
        href: control.href && (scrubUrl(control.href).slice(0, 2000) || '?'),
        to: control.href && hashOf(control.href),
        place: placeHash(control.href),
        hints: control.hints.trim() && scrub(control.hints.slice(0, 600)),
        fixed: fixed && scrub(fixed.slice(0, 300)),
        sensitive: control.sensitive,
        state: control.state,
        heading: control.heading,
        images: control.images,
        pictured: control.pictured,
        autocomplete: control.autocomplete.slice(0, 200),
        loose: control.loose,
      }) as Partial<ReadControl>),
      ...(value !== null && { value: scrub(value) }),
      ...(choices.length > 0 && { choices: choices.map((choice) => scrub(choice).slice(0, 200)) }),
      ...(chosen >= 0 && { chosen }),
      ...describeControl(control),
    }
  }

  #formOf(form: Element): number {
    let number = this.#formNumbers.get(form)
    if (number === undefined) {
      number = this.#formCount++
      this.#formNumbers.set(form, number)
    }
    this.#forms.set(form, number)
    return number
  }
}
