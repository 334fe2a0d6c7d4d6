import { ADD_TO_CART, BUY_NOW, SEARCH } from '../text/codeWords.ts'
import { hasWord, lettersOf } from '../text/letters.ts'
import { hasPrice } from '../text/price.ts'
import { wordsOfId } from '../text/wordsOfId.ts'
import { wordsOfAddress } from './address.ts'
import { leadsToCart } from './addressWords.ts'
import { type Concept, matchControl, plainWords } from './matchWords.ts'
import type { ControlPart } from './model.ts'
import { slug, withoutNumbers, withoutState } from './slug.ts'

/** What a control is by itself, before its surroundings are looked at. */
export interface Meaning {
  /** Readable name. */
  said: string
  /** Text seen on it. */
  shown: string
  /** Canonical leaf name, or empty. */
  concept: Concept | 'search_input' | 'password' | 'email' | ''
  /** Leaf name out of what it says, or empty. */
  slug: string
  /** What tells where it leads from other places; of a link that a script handles its words, after `#`; empty for all else. */
  place: string
  /** Letters and digits of `shown`. */
  key: string
}

const QUANTITY =
  /(?:^|[^a-z])(?:vw)?(?:qty|quantity|quantit[eéàa]|cantidad|menge|anzahl|aantal|ilosc|kolichestvo|quantidade|mnozstvi|antal|cart_quantity)(?:$|[^a-z])/i
const SEARCH_NAME = /^(?:q|s|k|w|st|wd|kw|term|query|text|ntt|_nkw|find|phrase|fraza|such|ara|haku|sok|sog|string)$/i
/** A field of these is no search, whatever form it stands in. */
const NO_SEARCH =
  /mail|phone|tel(?:e|$)|zip|post(?:al|code)|(?:first|last|user|your|full)_?name|passw|login|coupon|promo|voucher|min|max|price|from|message|comment|news_?letter|subscri/i
const SORT = /(?:^|[^a-z])(?:sort|orderby|sortby|sort_by|sortierung)(?:$|[^a-z])/i

/** Classes of the arrows of a carousel. */
const TURNS = /(?:^|[^a-z])(next|prev|previous)(?:$|[^a-z])/i

/** Words that classes add to what a control is for. */
const PARTS_OF_CODE =
  /\b(?:btn|button|link|icon|toggler?|trigger|opener?|dropdown|drawer|header|nav|menu|top|js|count(?:er)?|badge)\b ?/g

/** How many there are, and nothing else: `3`, `(12)`, `[2]`, `9+`. */
const COUNT = /^[([]?[\d٠-٩۰-۹]{1,3}\+?[)\]]?$/

/** Text fields up to which a form that says it searches may be one search. */
const MOST_SEARCH_FIELDS = 4

const isTextField = (control: ControlPart): boolean =>
  control.role === 'textbox' || control.role === 'searchbox' || (control.role === 'combobox' && control.tag === 'input')

/** True for a field that its own words keep from being a search. */
export const saysNoSearch = (control: ControlPart, said: string): boolean => NO_SEARCH.test(`${control.hints} ${said}`)

/** True where the field, or the form around it, says that it searches. */
function isSearchField(control: ControlPart, said: string): boolean {
  if (control.sensitive || !isTextField(control) || /email|password|tel|number|date/.test(control.type)) return false
  if (control.role === 'searchbox') return true
  // A long field is for writing: a message, a review.
  if (control.tag === 'textarea' && control.role === 'textbox') return SEARCH.test(control.hints)
  const hints = control.hints.split(' ')
  if (hints.some((hint) => SEARCH_NAME.test(hint)) || SEARCH.test(control.hints)) return true
  if (matchControl(said) === 'search_button' || SEARCH.test(said)) return true
  const words = plainWords(said).split(' ')
  if (said.length < 60 && words.some((word) => matchControl(word) === 'search_button' && word.length > 3)) return true
  const { form } = control
  if (!form) return control.search
  if (saysNoSearch(control, said) || form.fields > MOST_SEARCH_FIELDS) return false
  return [form.role, form.action, form.id, form.name, form.class].some((text) => SEARCH.test(text))
}

function conceptOfField(control: ControlPart, said: string): Meaning['concept'] {
  if (control.type === 'password') return 'password'
  if (control.type === 'email' || /^e-?mail$/i.test(control.autocomplete)) return 'email'
  const concept = matchControl(said)
  const hints = control.hints.replace(/([a-z])([A-Z])/g, '$1_$2')
  if (control.tag === 'select' && (concept === 'sort_by' || SORT.test(hints))) return 'sort_by'
  if (control.tag === 'select' && !said && control.choices.some(({ text }) => matchControl(text) === 'sort_by'))
    return 'sort_by'
  if (concept === 'quantity' || QUANTITY.test(hints)) return 'quantity'
  if (!said && control.choices[0]?.text === '1' && control.choices[1]?.text === '2') return 'quantity'
  if (!said && control.tag === 'input' && isTextField(control) && /^[1-9]\d?$/.test(control.value ?? ''))
    return 'quantity'
  if (control.tag !== 'select' && concept === 'coupon') return 'coupon'
  if (isSearchField(control, said)) return 'search_input'
  return ''
}

/** What a link leads to that shows a picture or how many there are, and nothing else, as one to the cart does. */
function conceptOfCount({ href, hints, icon }: ControlPart): Concept | null {
  const classes = hints.split(' ', 8).map((name) => wordsOfId(name).toLowerCase().replace(PARTS_OF_CODE, ''))
  const address = plainWords(wordsOfAddress(href))
  if (leadsToCart(address)) return 'view_cart'
  for (const word of [address, icon, ...classes]) {
    const concept = matchControl(word)
    if (concept === 'view_cart' || concept === 'add_to_wishlist') return concept
  }
  return null
}

function conceptOfAction(control: ControlPart, said: string, shown: string): Meaning['concept'] {
  const concept = matchControl(said) ?? (shown && shown !== said ? matchControl(shown) : null)
  if (concept) return concept
  const { says } = control
  if (/^[(\d.,\s)k+]+$/i.test(said) && says.includes('reviews')) return 'view_reviews'
  if (control.tag === 'a' && !control.images && shown) return ''
  if (control.pictured && control.href && leadsToCart(wordsOfAddress(control.href))) return 'view_cart'
  if (/(?:send|submit|place|confirm)[-_ ]?order/i.test(control.hints)) return 'place_order'
  // What leads to another page is named by what it says: a card's picture may be kept as `cart.jpg`.
  if (control.href && said) return says.includes('cart') ? 'add_to_cart' : ''
  if (says.includes('cart')) return 'add_to_cart'
  if (shown && !control.pictured) return ''
  const picture = control.file
  if (picture) {
    if (ADD_TO_CART.test(picture)) return 'add_to_cart'
    const drawn = matchControl(picture)
    if (drawn) return drawn
  }
  const turn = control.tag === 'button' && !said ? TURNS.exec(control.hints)?.[1]?.toLowerCase() : ''
  if (turn) return turn === 'next' ? 'next' : 'previous'
  const step = control.step ? control.icon : ''
  if (step === 'plus' || step === 'minus') return step === 'plus' ? 'increase_quantity' : 'decrease_quantity'
  if (control.tag === 'button' && (says.includes('buy') || BUY_NOW.test(picture))) return 'buy_now'
  return !said && !control.href && says.includes('search') ? 'search_button' : ''
}

/** Leaves out a figure at an end of what a control says where it is an element of its own: a count. */
function withoutCount(steady: string, { figures }: ControlPart): string {
  if (!/^\d|\d$/.test(steady)) return steady
  const [, before, rest, first = '', after] = /^(\d+)\s+(.*\D)$|^(.*?)\s*(\d+)$/.exec(steady) ?? []
  const words = rest ?? first
  const figure = before ?? after
  if (!hasWord(words) && !hasPrice(words)) return steady
  return figure && figures.includes(figure) ? words : steady
}

/** A leaf name out of what a control says, without what changes while it stays the same. */
export const slugOfSaid = (control: ControlPart, said: string, keepPrices = false): string =>
  withoutState(slug(withoutCount(withoutNumbers(said, keepPrices), control)))

/** Reads what one control says and which well-known control that makes it. */
export function meaningOf(control: ControlPart): Meaning {
  const shown = control.text
  const said = control.label || shown
  const isField = control.tag !== 'a' && control.tag !== 'button'
  const toggled = control.role === 'checkbox' || control.role === 'radio' || control.role === 'switch'
  const told = toggled ? '' : isField ? conceptOfField(control, said) : conceptOfAction(control, said, shown)
  const isDumb = !said && !isField
  const counts = !isField && COUNT.test(said.trim())
  const counted = (counts || isDumb) && !told ? conceptOfCount(control) : null
  const drawn = (isDumb && control.file) || (isDumb && !control.href && control.icon) || ''
  return {
    said,
    shown,
    concept: told || (counted === 'view_cart' && counted) || (drawn && matchControl(drawn)) || '',
    // A link of figures alone is called by where it leads.
    slug:
      counted || (counts && control.tag === 'a' && control.images > 0)
        ? ''
        : slugOfSaid(control, said) ||
          (control.href ? '' : slug(said.replace(/\d+/g, ' ')) || slug(said)) ||
          slug(drawn),
    place: control.place || (control.href ? '?' : control.tag === 'a' ? `#${lettersOf(said)}` : ''),
    key: lettersOf(shown),
  }
}
