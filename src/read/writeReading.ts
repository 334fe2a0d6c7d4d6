import type { ReadBlock, ReadControl, ReadText } from '../../schemas/index.ts'
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

/** True where an element's attributes say that it is one entry of a list. */
const isMarked = (element: Element): boolean =>
  ITEM_ATTRIBUTES.some((name) => attributeOf(element, name)) ||
  /schema\.org\/(?:Product|Offer|ListItem|Review)\b/.test(attributeOf(element, 'itemtype') ?? '')

/** Indices of a recipe's rules by the elements that they match: for controls, and for parts of the page. */
export interface ToldRules {
  controls: ReadonlyMap<Element, number>
  regions: ReadonlyMap<Element, number>
}

/**
 * Writes parts as the JSON of a `PageReading`, scrubbed, and remembers how it wrote each as long as the part lives: a part is
 * made anew where something in it changed.
 */
export class PartWriter {
  #scrub: (text: string) => string
  #written = new WeakMap<Part, string>()
  #formNumbers = new WeakMap<Element, number>()
  #formCount = 0
  /** Forms that came up since this was last emptied. */
  #forms = new Map<Element, number>()
  #told: ToldRules | null = null
  #count = 0

  constructor(scrub: (text: string) => string) {
    this.#scrub = scrub
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
    const forms = [...this.#forms].map(([form, number]) => [number, describeForm(form, this.#scrub)])
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

  #describe({ element, tag, role, label, id, mask, images }: BlockPart): Omit<ReadBlock, 'parts'> {
    const told: Omit<ReadBlock, 'parts'> = { tag: tag.slice(0, 100), mask }
    if (role) told.role = role.slice(0, 100)
    if (label) told.label = this.#scrub(label).slice(0, LONGEST_TEXT)
    if (id) told.id = this.#scrub(id.slice(0, 300))
    if (images) told.images = images
    if (isMarked(element)) told.marked = true
    if (TRAIL.test(`${id} ${attributeOf(element, 'class') ?? ''}`)) told.trail = true
    return told
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
    const said = this.#scrub(text.trim()).slice(0, LONGEST_TEXT)
    if (!heading && !quiet && !labels) return said
    const told: ReadText = { text: said }
    if (heading) told.heading = heading
    if (quiet) told.quiet = true
    if (labels) told.labels = true
    return told
  }

  #control(control: ControlPart): ReadControl {
    const { tag, role, type, label, text, href, hints, value, choices, chosen } = control
    const scrub = this.#scrub
    const told: ReadControl = { control: tag, role: role.slice(0, 40) }
    if (type) told.type = type.slice(0, 40)
    if (label) told.label = scrub(label).slice(0, LONGEST_TEXT)
    if (text) told.text = scrub(text).slice(0, LONGEST_TEXT)
    if (href) told.href = href
    if (hints.trim()) told.hints = scrub(hints.slice(0, 600))
    if (value !== null) told.value = scrub(value.slice(0, 2000)).slice(0, 2000)
    const fixed = tag === 'button' && attributeOf(control.element, 'value')
    if (fixed) told.fixed = scrub(fixed.slice(0, 300))
    if (control.sensitive) told.sensitive = true
    if (control.state) told.state = control.state
    if (choices.length > 0) told.choices = choices.map((choice) => scrub(choice).slice(0, 200))
    if (chosen >= 0) told.chosen = chosen
    if (control.heading) told.heading = control.heading
    if (control.images) told.images = control.images
    if (control.pictured) told.pictured = true
    if (control.autocomplete) told.autocomplete = control.autocomplete.slice(0, 200)
    if (control.loose) told.loose = true
    return describeControl(control, told)
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
