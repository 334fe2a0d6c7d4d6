import { placeOf } from './address.ts'
import { attributeOf } from './dom.ts'
import { type Concept, matchControl, plainWords } from './matchWords.ts'
import type { ControlPart } from './model.ts'
import { slug, withoutNumbers } from './slug.ts'
import { lettersOf } from './textOf.ts'

/** What a control is by itself, before its surroundings are looked at. */
export interface Meaning {
  /** Readable name, scrubbed. */
  said: string
  /** Text seen on it, scrubbed. */
  shown: string
  /** Canonical leaf name, or empty. */
  concept: Concept | 'search_input' | 'password' | 'email' | ''
  /** Leaf name out of what it says, or empty. */
  slug: string
  /** Where it leads, by `placeOf`; of a link that a script handles its words, after `#`; empty for all else. */
  place: string
  /** Letters and digits of `shown`. */
  key: string
  /** As last written in a context, and under which name. */
  written: { as: string; html: string } | null
}

const ADD_TO_CART =
  /add[-_ ]?(?:item[-_ ]?)?(?:to)?[-_ ]?(?:my|your|shopping)?[-_ ]?(?:cart|basket|bag|trolley)|(?:cart|basket)[-_ ]?add|add2(?:cart|basket)|(?:in|zum)[-_]?warenkorb|ajout[-_]?panier|btn[-_]?cart\b/i
const BUY_NOW = /(?:^|[-_ /])buy[-_]?(?:it[-_]?)?(?:now|btn|button|box)?(?:$|[-_ .])/i
const QUANTITY =
  /(?:^|[^a-z])(?:qty|quantity|quantite|cantidad|menge|anzahl|aantal|ilosc|kolichestvo|quantidade|mnozstvi)(?:$|[^a-z])/i
const SEARCH = /search|suche|recherche|busca|busqueda|ricerca|zoek|pesquisa|szukaj|hledat|poisk|keyword/i
const SEARCH_NAME = /^(?:q|s|k|w|st|wd|term|query|text|ntt|_nkw|find)$/i
const SORT = /(?:^|[^a-z])(?:sort|orderby|sortby|sort_by|sortierung)(?:$|[^a-z])/i

/** `camelCase`, `snake_case` and `kebab-case` as words; what a machine made up is left out. */
export const wordsOfId = (id: string): string =>
  (/\d\D*\d\D*\d/.test(id) ? '' : id)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => /^[a-z]{2,16}$/i.test(word) && /[aeiouy]/i.test(word))
    .slice(0, 4)
    .join(' ')

const isTextField = (control: ControlPart): boolean =>
  control.role === 'textbox' || control.role === 'searchbox' || (control.role === 'combobox' && control.tag === 'input')

/** True where the field, or the form around it, says that it searches. */
export function isSearchField(control: ControlPart, said: string): boolean {
  if (control.sensitive || !isTextField(control) || /email|password|tel|number|date/.test(control.type)) return false
  if (control.role === 'searchbox') return true
  const hints = control.hints.split(' ')
  if (hints.some((hint) => SEARCH_NAME.test(hint)) || SEARCH.test(control.hints)) return true
  if (matchControl(said) === 'search_button' || SEARCH.test(said)) return true
  const words = plainWords(said).split(' ')
  if (said.length < 60 && words.some((word) => matchControl(word) === 'search_button' && word.length > 3)) return true
  const { form } = control
  if (!form) return false
  return ['role', 'action', 'id', 'name', 'class'].some((name) =>
    SEARCH.test((attributeOf(form, name) ?? '').slice(0, 200)),
  )
}

function conceptOfField(control: ControlPart, said: string): Meaning['concept'] {
  if (control.type === 'password') return 'password'
  if (control.type === 'email' || /^e-?mail$/i.test(control.autocomplete)) return 'email'
  const concept = matchControl(said)
  const hints = control.hints.replace(/([a-z])([A-Z])/g, '$1_$2')
  if (control.tag === 'select' && (concept === 'sort_by' || SORT.test(hints))) return 'sort_by'
  if (concept === 'quantity' || QUANTITY.test(hints)) return 'quantity'
  if (control.tag !== 'select' && concept === 'coupon') return 'coupon'
  if (isSearchField(control, said)) return 'search_input'
  return ''
}

function conceptOfAction(control: ControlPart, said: string, shown: string): Meaning['concept'] {
  const concept = matchControl(said) ?? (shown && shown !== said ? matchControl(shown) : null)
  if (concept) return concept
  if (
    /^[(\d.,\s)k+]+$/i.test(said) &&
    /#.*(?:review|rating|comment)/i.test(attributeOf(control.element, 'href') ?? '')
  ) {
    return 'view_reviews'
  }
  if (control.tag === 'a' && !control.images && shown) return ''
  const { element } = control
  if (/(?:send|submit|place|confirm)[-_ ]?order/i.test(control.hints)) return 'place_order'
  const attribute = (name: string): string => (attributeOf(element, name) ?? '').slice(0, 200)
  const hints = `${control.hints} ${attribute('class')} ${attribute('src')}`
  if (ADD_TO_CART.test(hints)) return 'add_to_cart'
  if (control.tag === 'button' && !shown && BUY_NOW.test(hints)) return 'buy_now'
  return ''
}

/** Reads what one control says and which well-known control that makes it. */
export function meaningOf(control: ControlPart, scrubText: (text: string) => string): Meaning {
  const shown = control.text ? scrubText(control.text) : ''
  const label = control.label ? scrubText(control.label) : ''
  const said = label || shown
  const isField = control.tag !== 'a' && control.tag !== 'button'
  const toggled = control.role === 'checkbox' || control.role === 'radio' || control.role === 'switch'
  const concept = toggled ? '' : isField ? conceptOfField(control, said) : conceptOfAction(control, said, shown)
  const steady = withoutNumbers(said)
  return {
    said,
    shown,
    concept,
    slug: slug(steady) || slug(said),
    place: control.href ? placeOf(control.href) : control.tag === 'a' ? `#${lettersOf(said)}` : '',
    key: lettersOf(shown),
    written: null,
  }
}
