import type { Meaning } from './meaning.ts'
import type { ControlPart, FormPart } from './model.ts'
import { wordsOfForm } from './wordsOfForm.ts'

/** Words in the address or name of a form that orders. */
const ORDERS =
  /(?:^|[^a-z])(?:order|basket|buy|purchase|webscr|warenkorb|panier|carrito|in_?cart|cart_quantity)(?:$|[^a-z])|Orders?(?![a-z])|add.?to.?(?:cart|basket|bag)|cart.?add|add_product/
/** Words of a button that brings a cart up to date, or does anything but order. */
const NO_ORDER =
  /remove|delete|update|refresh|recalc|coupon|promo|aktualisier|mettre.?à.?jour|actualizar|aggiorna|bijwerken|обнов|пересч|review|estimate|zip|compare|wish|search/i
/** Words in a form that finds things by choosing: a car by year, make and model. */
const FINDS =
  /search|find|lookup|select|catalog|model|vehicle|fitment|choose|browse|suche|recherche|buscar|podbor|poisk/i

/** A native button that sends the form it is in. */
const sends = ({ tag, form, type }: ControlPart): boolean =>
  tag === 'button' && form !== null && !/button|reset/.test(type)

/** The forms of a page, and what their buttons are for. */
export class Forms {
  #parts = new Map<FormPart, ControlPart[]>()
  #meaning: (control: ControlPart) => Meaning
  #isCart: boolean

  /** `controls` are all of the page; `isCart` tells that its address is a cart's. */
  constructor(controls: readonly ControlPart[], meaning: (control: ControlPart) => Meaning, isCart: boolean) {
    this.#meaning = meaning
    this.#isCart = isCart
    for (const control of controls) {
      if (!control.form) continue
      const known = this.#parts.get(control.form)
      if (known) known.push(control)
      else this.#parts.set(control.form, [control])
    }
  }

  /** A native button that sends its form, which holds something to send. */
  isSubmit(control: ControlPart): boolean {
    return sends(control) && this.#partsOf(control.form).some((part) => part.tag !== 'button' && part.tag !== 'a')
  }

  #partsOf(form: FormPart | null): ControlPart[] {
    return (form && this.#parts.get(form)) ?? []
  }

  /** The button of a form that says it orders, or asks how many, whatever is written on it: often a picture. */
  isOrderSubmit(control: ControlPart): boolean {
    const { form } = control
    if (!form || !sends(control) || this.#isCart) return false
    const fields = this.#partsOf(form)
    if (fields.filter(sends).length !== 1) return false
    const quantities = fields.filter((part) => this.#meaning(part).concept === 'quantity').length
    const words = wordsOfForm(form)
    const orders = ORDERS.test(words) || (quantities === 0 && ORDERS.test(form.hidden))
    if (quantities !== 1 && !orders) return false
    // A form to write to the shop is no order, whatever its page is called.
    if (quantities === 0 && fields.some((part) => part.tag === 'textarea')) return false
    return !NO_ORDER.test(`${words} ${this.#meaning(control).said}`)
  }

  /** True for a form that orders and has no way to be sent within it. */
  isOrphan(form: FormPart): boolean {
    const parts = this.#partsOf(form)
    const lacks = parts.length > 0 && parts.every((part) => part.tag !== 'button' && part.tag !== 'a')
    return lacks && !this.#isCart && ORDERS.test(wordsOfForm(form))
  }

  /** The button of a form that finds things by choosing from two lists or more. */
  isFinderSubmit(control: ControlPart): boolean {
    const { form } = control
    if (!form || !sends(control)) return false
    const parts = this.#partsOf(form)
    const fields = parts.filter((part) => part.tag !== 'button')
    if (fields.length < 2 || fields.some((part) => part.tag !== 'select')) return false
    return parts.filter(sends).length === 1 && FINDS.test(wordsOfForm(form, ['action', 'id', 'name', 'class']))
  }

  asksAddress(form: FormPart | null): boolean {
    return this.#partsOf(form).some((part) => /address|postal|zip|street/i.test(`${part.hints} ${part.autocomplete}`))
  }

  /** The button that sends a search: the first submit button of a form whose only text field searches. */
  isSearchSubmit(control: ControlPart): boolean {
    if (control.tag !== 'button' || !control.form) return false
    const siblings = this.#partsOf(control.form)
    const fields = siblings.filter(
      (part) => part.role === 'textbox' || part.role === 'searchbox' || part.role === 'combobox',
    )
    const search = fields.find((part) => this.#meaning(part).concept === 'search_input')
    if (!search || fields.filter((part) => part.tag === 'input').length > 2) return false
    const buttons = siblings.filter((part) => part.tag === 'button')
    const told = buttons.find((part) => this.#meaning(part).concept === 'search_button')
    const submit = buttons.find((part) => part.type === 'submit' || part.type === 'image' || !part.plain)
    return control === (told ?? submit ?? buttons[0])
  }
}
