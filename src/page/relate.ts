import { matchControl } from './matchWords.ts'
import { type Meaning, saysNoSearch } from './meaning.ts'
import type { BlockPart, ControlPart, Part } from './model.ts'
import { contentOf } from './shape.ts'

/** Controls up to which a block may be a search, a stepper, a line of a cart. */
const FEW = 8
/** Signs and icons that take away what they stand on. */
const TAKES_AWAY =
  /^(?:[×✕✖✗⨯x]|(?:times|x ?mark|close|cross|trash|bin|dustbin|garbage|delete|remove)(?: (?:alt|can|circle|o|outline|fill|lg|line|\d))*)$/i

/** What else is looked for in a shop: its branches, an order. */
const NO_PRODUCTS = /city|town|store|location|address|order|track|reg(?:istration)?\b|filiale|ort\b|stadt|ville|ciudad/i

type MeaningOf = (control: ControlPart) => Meaning

const isTyped = ({ tag, role }: ControlPart): boolean =>
  tag === 'input' && (role === 'textbox' || role === 'combobox' || role === 'spinbutton')

const isAction = ({ tag }: ControlPart): boolean => tag === 'a' || tag === 'button'

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
    if (!block || block.controls < 2 || block.controls > FEW) return settled
    const { controls } = contentOf(parts)
    const fields = controls.filter(isTyped)
    const [field] = fields
    if (field && fields.length === 1) {
      this.#findSearch(field, controls)
      this.#findStepped(field, controls)
      this.#findCounted(field, block)
    }
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

  /** The one field on a row that says what something costs, where it holds a small number. */
  #findCounted(field: ControlPart, block: BlockPart): void {
    if (!block.priced || block.tag !== 'tr' || !/^[1-9]\d?$/.test(field.value ?? '')) return
    const meaning = this.#meaning(field)
    if (!meaning.concept && !meaning.said && !saysNoSearch(field, '')) meaning.concept = 'quantity'
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
      return isAction(part) && !concept && (isBlank || TAKES_AWAY.test(shown))
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
