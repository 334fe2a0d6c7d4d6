import { wordsOfId } from '../text/wordsOfId.ts'
import { contentOf } from './contentOf.ts'
import { isAddLabel, matchControl } from './matchWords.ts'
import { type Meaning, saysNoSearch } from './meaning.ts'
import type { BlockPart, ControlPart, Part } from './model.ts'

/** Controls up to which a block may be a search, a stepper, a line of a cart. */
const FEW = 8
/** Signs and icons that take away what they stand on. */
const TAKES_AWAY =
  /^(?:[×✕✖✗⨯x]|(?:times|x ?mark|close|cross|trash|bin|dustbin|garbage|delete|remove)(?: (?:alt|can|circle|o|outline|fill|lg|line|\d))*)$/i

/** Classes and icons of what counts up, counts down, takes away, adds. */
const COUNTS_UP = /\b(?:plus|inc(?:rease|rement)?)\b/i
const COUNTS_DOWN = /\b(?:minus|dash|dec(?:rease|rement)?)\b/i
const REMOVES = /\b(?:remove|delete|trash)\b/i
const ADDS = /\badd\b/i

/** What else is looked for in a shop: its branches, an order. */
const NO_PRODUCTS = /city|town|store|location|address|order|track|reg(?:istration)?\b|filiale|ort\b|stadt|ville|ciudad/i

type MeaningOf = (control: ControlPart) => Meaning

const isTyped = ({ tag, role }: ControlPart): boolean =>
  tag === 'input' && (role === 'textbox' || role === 'combobox' || role === 'spinbutton')

const isAction = ({ tag }: ControlPart): boolean => tag === 'a' || tag === 'button'

/** Words of its classes and its icon, for what says nothing. */
const codeOf = ({ hints, icon }: ControlPart): string => `${icon} ${hints.split(' ', 8).map(wordsOfId).join(' ')}`

/** What controls tell about those right beside them, which say nothing themselves. */
class Relations {
  #meaning: MeaningOf

  constructor(meaning: MeaningOf) {
    this.#meaning = meaning
  }

  /** Goes through all parts, the innermost first. True where an order line was found within. */
  go(parts: Part[], block: BlockPart | null): boolean {
    let settled = false
    for (const part of parts)
      if (part.kind === 'block' && part.controls > 0) settled = this.go(part.parts, part) || settled
    this.#readHeads(parts, block)
    if (!block || block.controls === 0 || block.controls > FEW) return settled
    const { controls } = contentOf(parts)
    const fields = controls.filter(isTyped)
    const [field] = fields
    this.#findSteps(controls, fields)
    this.#findCountShown(controls)
    if (field && fields.length === 1) {
      this.#findSearch(field, controls)
      this.#findStepped(field, controls)
      this.#findCounted(field, block, controls)
    }
    this.#findAdder(block, controls, fields)
    return settled || this.#findRemover(block, controls)
  }

  /** `Sort by` stands before a list of choices more often than on it. */
  #readHeads(parts: Part[], block: BlockPart | null): void {
    for (const [index, part] of parts.entries()) {
      const head = parts[index - 1]
      if (part.kind !== 'control' || head?.kind !== 'text' || head.text.length > 40) continue
      const opens = part.tag === 'select' || part.role === 'combobox' || (part.loose && block?.controls === 1)
      const meaning = this.#meaning(part)
      if (opens && !meaning.concept && matchControl(head.text) === 'sort_by') meaning.concept = 'sort_by'
    }
  }

  /** The one field beside a button that says it searches. */
  #findSearch(field: ControlPart, controls: ControlPart[]): void {
    if (field.sensitive || field.role === 'spinbutton') return
    const meaning = this.#meaning(field)
    if (meaning.concept || saysNoSearch(field, meaning.said) || NO_PRODUCTS.test(meaning.said)) return
    if (controls.some((part) => isAction(part) && this.#meaning(part).concept === 'search_button'))
      meaning.concept = 'search_input'
  }

  /** The one field between a minus and a plus. */
  #findStepped(field: ControlPart, controls: ControlPart[]): void {
    if (this.#meaning(field).concept) return
    const says = (concept: Meaning['concept']): number =>
      controls.filter((part) => isAction(part) && this.#meaning(part).concept === concept).length
    if (says('increase_quantity') === 1 && says('decrease_quantity') === 1) this.#meaning(field).concept = 'quantity'
  }

  /** The one field on a row that says what something costs, or beside what buys it, where it holds a small number. */
  #findCounted(field: ControlPart, block: BlockPart, controls: ControlPart[]): void {
    if (!/^[1-9]\d?$/.test(field.value ?? '')) return
    const meaning = this.#meaning(field)
    if (meaning.concept || saysNoSearch(field, '')) return
    const isRow = block.priced && block.tag === 'tr' && !meaning.said
    const isOrdered = field.type === 'number' && controls.some((part) => this.#buys(part))
    if (isRow || isOrdered) meaning.concept = 'quantity'
  }

  #buys(control: ControlPart): boolean {
    const { concept } = this.#meaning(control)
    return concept === 'add_to_cart' || concept === 'buy_now'
  }

  /** Says nothing, and is no link to another page: all that is known of it is how it is drawn. */
  #isDumb(control: ControlPart): boolean {
    const { said, concept } = this.#meaning(control)
    return isAction(control) && !control.href && !said && !concept
  }

  /** A minus and a plus that are only drawn: known by their icons and classes, or by standing around a count. */
  #findSteps(controls: ControlPart[], fields: ControlPart[]): void {
    if (fields.length > 1) return
    const dumb = controls.filter((part) => this.#isDumb(part))
    const ups = dumb.filter((part) => COUNTS_UP.test(codeOf(part)))
    const downs = dumb.filter((part) => COUNTS_DOWN.test(codeOf(part)))
    const isDrawn = ups.length === 1 && downs.length === 1 && ups[0] !== downs[0]
    const [first, middle, last] = controls
    const isAround = controls.length === 3 && middle === fields[0] && /^\d{1,3}$/.test(middle?.value ?? '')
    const pair = isDrawn ? [...downs, ...ups] : isAround && dumb.length === 2 ? [first, last] : []
    const [down, up] = pair
    if (!down || !up || !(down.step || up.step || fields.length === 1)) return
    this.#meaning(down).concept = 'decrease_quantity'
    this.#meaning(up).concept = 'increase_quantity'
  }

  /** A button that shows how many there are, between a minus and a plus. */
  #findCountShown(controls: ControlPart[]): void {
    for (const [index, part] of controls.entries()) {
      const [before, after] = [controls[index - 1], controls[index + 1]]
      if (!before || !after || part.tag !== 'button' || !/^\d{1,3}$/.test(this.#meaning(part).said)) continue
      if (this.#meaning(before).concept === 'decrease_quantity' && this.#meaning(after).concept === 'increase_quantity')
        this.#meaning(part).concept = 'quantity'
    }
  }

  /** `Add`, beside a price: it adds to the cart, as long as there is nothing else that it could be about. */
  #findAdder(block: BlockPart, controls: ControlPart[], fields: ControlPart[]): void {
    if (!block.priced || controls.some((part) => this.#buys(part))) return
    if (fields.some((part) => this.#meaning(part).concept !== 'quantity')) return
    const open = controls.filter((part) => isAction(part) && !part.href && !this.#meaning(part).concept)
    const adders = open.filter((part) => {
      const { said } = this.#meaning(part)
      return said ? isAddLabel(said) : ADDS.test(codeOf(part))
    })
    const [adder] = adders
    // A question that may be answered with no is no card.
    const isAsked = open.some((part) => part !== adder && this.#meaning(part).said)
    if (adder && adders.length === 1 && !isAsked) this.#meaning(adder).concept = 'add_to_cart'
  }

  /** The cross on a line that says what something costs and asks how many: it is no dialog's. */
  #findRemover(block: BlockPart, controls: ControlPart[]): boolean {
    if (!block.priced) return false
    let counted = 0
    let steps = 0
    for (const part of controls) {
      const { concept } = this.#meaning(part)
      if (concept === 'remove') return true
      if (concept === 'add_to_cart' || concept === 'buy_now' || concept === 'checkout') return false
      if (concept === 'quantity') counted++
      else if (concept === 'increase_quantity') steps++
    }
    if (Math.max(counted, steps) !== 1) return false
    const crosses = controls.filter((part) => {
      const { said, concept } = this.#meaning(part)
      const shown = (said || part.icon || part.file).trim()
      // An icon of an unknown set, on a row of a table, that leads nowhere.
      const isBlank = block.tag === 'tr' && !shown && !part.href && part.images === 0
      const isDrawn = !said && !part.href && REMOVES.test(codeOf(part))
      return isAction(part) && !concept && (isBlank || isDrawn || TAKES_AWAY.test(shown))
    })
    const [cross] = crosses
    if (!cross || crosses.length > 1) return false
    this.#meaning(cross).concept = 'remove'
    return true
  }
}

/** Gives controls that say nothing themselves the meaning that what is right beside them gives away. */
export const relate = (parts: Part[], meaning: MeaningOf): void => {
  new Relations(meaning).go(parts, null)
}
