import { clickOf } from './clickOf.ts'
import type { Forms } from './forms.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart, FormPart } from './model.ts'
import type { PartRule, Placed, Region, Setting } from './region.ts'
import type { Shapes } from './shape.ts'
import { titleWeight } from './subject.ts'

/** What a link to a page among many says. */
const PAGE = /^(?:(?:page|seite|p[aá]gina|stran[aá]|strona|sid[ae]|sayfa|стр\S*) )?(\d{1,4})(?: \(current\))?$/i
/** Concepts that a button by which a form is sent may bear for want of better words: `Next`, `Cart`. */
const NAMES_A_SUBMIT = new Set<Meaning['concept']>(['next', 'previous', 'view_cart'])

/** Puts controls into their regions, in the order of the page, each with the leaf name and click type that its place gives it. */
export class ControlPlacer {
  #shapes: Shapes
  #meaning: (control: ControlPart) => Meaning
  #forms: Forms
  #rules: readonly PartRule[]
  /** A form just placed that orders and has no button of its own. */
  #orphan: FormPart | null = null

  constructor(shapes: Shapes, meaning: (control: ControlPart) => Meaning, forms: Forms, rules: readonly PartRule[]) {
    this.#shapes = shapes
    this.#meaning = meaning
    this.#forms = forms
    this.#rules = rules
  }

  /** All of a form is placed: the button that stands right after it, and does what a script says, may send it. */
  formEnds(form: FormPart): void {
    this.#orphan = this.#forms.isOrphan(form) ? form : null
  }

  place(control: ControlPart, setting: Setting): void {
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
    } else if (meaning.concept && !(NAMES_A_SUBMIT.has(meaning.concept) && this.#forms.isSubmit(control))) {
      placed.leaf = this.#leafOfConcept(control, meaning, setting)
    } else if (this.#forms.isSearchSubmit(control)) placed.leaf = 'search_button'
    else if (this.#forms.isFinderSubmit(control)) placed.leaf = 'search_button'
    else if (
      this.#forms.isOrderSubmit(control) ||
      (orphan && control.href === '' && (control.tag === 'button' || control.tag === 'a'))
    )
      placed.leaf = this.#forms.asksAddress(orphan ?? control.form) ? 'place_order' : 'add_to_cart'
    else if (control.tag === 'a' && !within.has('refinements')) {
      const page = PAGE.exec(meaning.said)?.[1]
      if (page && (region.role === 'pagination' || (control.href && control.says.includes('page')))) {
        placed.leaf = `page_${page}`
        placed.click = 'page_related'
      }
    }
    const told = control.rule === null ? undefined : this.#rules[control.rule]
    if (told?.name) placed.leaf = told.name
    placed.click = told?.click_type ?? placed.click ?? clickOf(control, meaning, placed.leaf, setting, this.#forms)
    region.parts.push(placed)
  }

  /** Joins a second way to the same thing: the better text stays its label, the other stays as text. */
  #merge(known: Placed, control: ControlPart, region: Region): void {
    const weight = (part: ControlPart): number => titleWeight(part, this.#meaning(part))
    const wins = weight(control) > weight(known.control)
    const other = wins ? known.control : control
    if (wins) known.control = control
    known.same.push(other)
    if (other.text && !other.pictured) {
      region.parts.push({ kind: 'text', text: other.text, heading: 0, quiet: false, labels: false })
    }
  }

  #leafOfConcept(control: ControlPart, { concept, said }: Meaning, { region, within, around }: Setting): string {
    if (concept === 'search_button') {
      return this.#forms.isSearchSubmit(control) || this.#isBesideSearch(control, around) ? 'search_button' : ''
    }
    if (concept === 'next' || concept === 'previous') {
      const paged =
        region.role === 'pagination' ||
        control.href !== '' ||
        (control.tag === 'a' && /\b(?:next|prev)\b/.test(control.hints))
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
    // The picture of a cart on a product puts it there.
    if (concept === 'view_cart' && !said && region.role === 'product') return 'add_to_cart'
    if (concept === 'remove') return within.has('refinements') ? '' : 'remove'
    if (concept === 'add_to_cart' && control.tag === 'a' && control.href && within.has('nav_bar')) return 'view_cart'
    if (concept === 'increase_quantity' || concept === 'decrease_quantity')
      return control.tag === 'a' || control.tag === 'button' ? concept : ''
    return concept
  }

  #isBesideSearch(control: ControlPart, around: BlockPart[]): boolean {
    if (control.form || control.href) return false
    return around.slice(0, 3).some((block) => this.#shapes.of(block).searches)
  }
}
