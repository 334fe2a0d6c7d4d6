import { hasWord } from '../text/letters.ts'
import { placeOf } from './address.ts'
import { attributeOf, outerOf, selectAll, tagOf } from './dom.ts'
import { type Concept, matchControl, plainWords } from './matchWords.ts'
import type { ControlPart } from './model.ts'
import { hasPrice, slug, withoutNumbers, withoutState } from './slug.ts'
import { lettersOf } from './textOf.ts'
import { wordsOfIcon } from './wordsOfIcon.ts'

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
  /** As written in contexts before, by length of label, name and click type. */
  written: Map<string, string>
}

const ADD_TO_CART =
  /add[-_ ]?(?:item[-_ ]?)?(?:to)?[-_ ]?(?:my|your|shopping)?[-_ ]?(?:cart|basket|bag|trolley)|(?:cart|basket)[-_ ]?add|add2(?:cart|basket)|(?:in|zum)[-_]?(?:den[-_]?)?warenkorb|ajout(?:er)?[-_]?(?:au[-_]?)?panier|(?:al|in)[-_]?(?:carrito|carrello|winkelwagen|winkelmand)|do[-_]?(?:koszyka|kosika)|v[-_]?korzinu|btn[-_]?cart\b|\b(?:button_)?in_cart\b/i
const BUY_NOW =
  /(?:^|[-_ /])(?:buy[-_]?(?:it[-_]?|this[-_]?)?(?:now|btn|button|box)?|kaufen|bestellen|acheter|comprar|acquista|kupit)(?:$|[-_ .])/i
const QUANTITY =
  /(?:^|[^a-z])(?:vw)?(?:qty|quantity|quantite|cantidad|menge|anzahl|aantal|ilosc|kolichestvo|quantidade|quantita|mnozstvi|antal|cart_quantity)(?:$|[^a-z])/i
const SEARCH =
  /search|suche|suchbegriff|recherche|busca|busqueda|ricerca|cerca(?![a-z])|zoek|pesquisa|szukaj|hledat|hledej|vyhled|hladat|poisk|keyword|motscles|mot_?cle|sokord|soegeord|kereses|trazi|cautare|arama(?![a-z])/i
const SEARCH_NAME = /^(?:q|s|k|w|st|wd|kw|term|query|text|ntt|_nkw|find|phrase|fraza|such|ara|haku|sok|sog|string)$/i
/** A field of these is no search, whatever form it stands in. */
const NO_SEARCH =
  /mail|phone|tel(?:e|$)|zip|post(?:al|code)|(?:first|last|user|your|full)_?name|passw|login|coupon|promo|voucher|min|max|price|from|message|comment|news_?letter|subscri/i
const SORT = /(?:^|[^a-z])(?:sort|orderby|sortby|sort_by|sortierung)(?:$|[^a-z])/i

const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=image]):not([type=button])'
/** Text fields up to which a form that says it searches may be one search. */
const MOST_SEARCH_FIELDS = 4

/** Ids that frameworks number through: React's `:r1:`, `«r1»` and `_r_1_`, also with the name of a library before them. */
const COUNTED = /:\w+:|«\w+»|_[rR]_\w*_|(?:^|\s)(?:base-ui|radix|headlessui|mui|mantine|react-aria|downshift)-\S*/g

/** `camelCase`, `snake_case` and `kebab-case` as words; what a machine made up is left out. */
export const wordsOfId = (id: string): string =>
  (/\d\D*\d\D*\d/.test(id) ? '' : id)
    .replace(COUNTED, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => /^[a-z]{2,16}$/i.test(word) && /[aeiouy]/i.test(word))
    .slice(0, 4)
    .join(' ')

const isTextField = (control: ControlPart): boolean =>
  control.role === 'textbox' || control.role === 'searchbox' || (control.role === 'combobox' && control.tag === 'input')

/** True where an element close around a field without a form is named as a search. */
function isBesideSearchName(field: Element): boolean {
  let around = outerOf(field)
  for (let level = 0; around && level < 2; level++, around = outerOf(around)) {
    if (tagOf(around) === 'body') return false
    if (SEARCH.test(`${attributeOf(around, 'id') ?? ''} ${attributeOf(around, 'role') ?? ''}`)) return true
  }
  return false
}

/** True where the field, or the form around it, says that it searches. */
export function isSearchField(control: ControlPart, said: string): boolean {
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
  if (!form) return isBesideSearchName(control.element)
  if (NO_SEARCH.test(`${control.hints} ${said}`) || selectAll(form, FIELDS).length > MOST_SEARCH_FIELDS) return false
  return ['role', 'action', 'id', 'name', 'class'].some((name) =>
    SEARCH.test((attributeOf(form, name) ?? '').slice(0, 200)),
  )
}

/** What a picture is called where it is kept, as far as it is words: `btn_add-to-cart_big.gif` is `add to cart`. */
function wordsOfPicture(element: Element): string {
  const picture = tagOf(element) === 'input' || tagOf(element) === 'img' ? element : selectAll(element, 'img')[0]
  const src = picture && (attributeOf(picture, 'src') || attributeOf(picture, 'data-src'))
  if (!src || src.startsWith('data:')) return ''
  const file = src
    .slice(0, 1000)
    .replace(/[?#].*$/s, '')
    .replace(/\.\w+$/, '')
  return wordsOfId(file.slice(file.lastIndexOf('/') + 1))
    .toLowerCase()
    .replace(
      /\b(?:bt|btn|button|but|icon|ico|img|image|pic|gif|png|small|large|big|off|on|hover|default|submit)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

function conceptOfField(control: ControlPart, said: string): Meaning['concept'] {
  if (control.type === 'password') return 'password'
  if (control.type === 'email' || /^e-?mail$/i.test(control.autocomplete)) return 'email'
  const concept = matchControl(said)
  const hints = control.hints.replace(/([a-z])([A-Z])/g, '$1_$2')
  if (control.tag === 'select' && (concept === 'sort_by' || SORT.test(hints))) return 'sort_by'
  if (concept === 'quantity' || QUANTITY.test(hints)) return 'quantity'
  if (!said && control.choices[0]?.text === '1' && control.choices[1]?.text === '2') return 'quantity'
  if (!said && control.tag === 'input' && isTextField(control) && /^[1-9]\d?$/.test(control.value ?? ''))
    return 'quantity'
  if (control.tag !== 'select' && concept === 'coupon') return 'coupon'
  if (isSearchField(control, said)) return 'search_input'
  return ''
}

/** What is written in the page's code about a control that says little itself. */
function hintsOf({ element, hints }: ControlPart): string {
  const attribute = (name: string): string => (attributeOf(element, name) ?? '').slice(0, 200)
  const href = attribute('href')
  const code = `${attribute('onclick')} ${/^javascript:/i.test(href) ? href : ''} ${attribute('data-action')}`
  return `${hints} ${attribute('class')} ${attribute('src')} ${code}`
}

/** True for a button right beside a field or a figure: a plus there is one more, elsewhere it unfolds something. */
const isBesideFigure = (element: Element): boolean =>
  [element.previousElementSibling, element.nextElementSibling].some(
    (beside) => beside && (tagOf(beside) === 'input' || /^\s*\d{1,3}\s*$/.test(beside.textContent ?? '')),
  )

function conceptOfAction(control: ControlPart, said: string, shown: string): Meaning['concept'] {
  const concept = matchControl(said) ?? (shown && shown !== said ? matchControl(shown) : null)
  if (concept) return concept
  const { element } = control
  if (/^[(\d.,\s)k+]+$/i.test(said) && /#.*(?:review|rating|comment)/i.test(attributeOf(element, 'href') ?? '')) {
    return 'view_reviews'
  }
  if (control.tag === 'a' && !control.images && shown) return ''
  if (/(?:send|submit|place|confirm)[-_ ]?order/i.test(control.hints)) return 'place_order'
  const hints = hintsOf(control)
  // What leads to another page is named by what it says: a card's picture may be kept as `cart.jpg`.
  if (control.href && said) return ADD_TO_CART.test(hints) ? 'add_to_cart' : ''
  if (ADD_TO_CART.test(hints)) return 'add_to_cart'
  if (shown && !control.pictured) return ''
  const picture = control.images > 0 ? wordsOfPicture(element) : ''
  if (picture) {
    if (ADD_TO_CART.test(picture)) return 'add_to_cart'
    const drawn = matchControl(picture)
    if (drawn) return drawn
  }
  const step = control.tag === 'button' && !said && isBesideFigure(element) ? wordsOfIcon(element) : ''
  if (step === 'plus' || step === 'minus') return step === 'plus' ? 'increase_quantity' : 'decrease_quantity'
  if (control.tag === 'button' && (BUY_NOW.test(hints) || BUY_NOW.test(picture))) return 'buy_now'
  return !said && !control.href && SEARCH.test(hints) ? 'search_button' : ''
}

/** Leaves out a figure at an end of what a control says where it is an element of its own: a count. */
function withoutCount(steady: string, { element, tag }: ControlPart): string {
  if (!/^\d|\d$/.test(steady)) return steady
  const [, before, rest, first = '', after] = /^(\d+)\s+(.*\D)$|^(.*?)\s*(\d+)$/.exec(steady) ?? []
  const words = rest ?? first
  const figure = before ?? after
  if (!hasWord(words) && !hasPrice(words)) return steady
  const label = tag === 'a' || tag === 'button' ? element : (element as HTMLInputElement).labels?.[0]
  const isApart = label && [...selectAll(label, '*')].some((each) => each.textContent?.trim() === figure)
  return isApart ? words : steady
}

/** A leaf name out of what a control says, without what changes while it stays the same. */
export const slugOfSaid = (control: ControlPart, said: string, keepPrices = false): string =>
  withoutState(slug(withoutCount(withoutNumbers(said, keepPrices), control)))

/** Reads what one control says and which well-known control that makes it. */
export function meaningOf(control: ControlPart, scrubText: (text: string) => string): Meaning {
  const shown = control.text ? scrubText(control.text) : ''
  const label = control.label ? scrubText(control.label) : ''
  const said = label || shown
  const isField = control.tag !== 'a' && control.tag !== 'button'
  const toggled = control.role === 'checkbox' || control.role === 'radio' || control.role === 'switch'
  const told = toggled ? '' : isField ? conceptOfField(control, said) : conceptOfAction(control, said, shown)
  const isDumb = !said && !isField
  const drawn =
    (isDumb && control.images > 0 && wordsOfPicture(control.element)) ||
    (isDumb && !control.href && wordsOfIcon(control.element)) ||
    ''
  return {
    said,
    shown,
    concept: told || (drawn && matchControl(drawn)) || '',
    // A link of figures alone is called by where it leads.
    slug:
      slugOfSaid(control, said) || (control.href ? '' : slug(said.replace(/\d+/g, ' ')) || slug(said)) || slug(drawn),
    place: control.href ? placeOf(control.href) : control.tag === 'a' ? `#${lettersOf(said)}` : '',
    key: lettersOf(shown),
    written: new Map(),
  }
}
