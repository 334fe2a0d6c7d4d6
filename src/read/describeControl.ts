import type { ReadControl } from '../../schemas/index.ts'
import { ADD_TO_CART, BUY_NOW, SEARCH } from '../text/codeWords.ts'
import { collapse } from '../text/collapse.ts'
import { wordsOfId } from '../text/wordsOfId.ts'
import { attributeOf, outerOf, selectAll, tagOf } from './dom.ts'
import { labelsOf } from './labelOf.ts'
import type { ControlPart } from './model.ts'
import { wordsOfIcon } from './wordsOfIcon.ts'

/** Elements within a control that are looked at for figures. */
const MOST_WITHIN = 60

/** True where an element close around a field without a form is named as a search. */
function isBesideSearchName(field: Element): boolean {
  let around = outerOf(field)
  for (let level = 0; around && level < 2; level++, around = outerOf(around)) {
    if (tagOf(around) === 'body') return false
    if (SEARCH.test(`${attributeOf(around, 'id') ?? ''} ${attributeOf(around, 'role') ?? ''}`)) return true
  }
  return false
}

/** What a picture is called where it is kept, as far as it is words: `btn_add-to-cart_big.gif` is `add to cart`. */
function wordsOfPicture(element: Element): string {
  const picture = tagOf(element) === 'input' || tagOf(element) === 'img' ? element : selectAll(element, 'img')[0]
  const src = picture && (attributeOf(picture, 'src') || attributeOf(picture, 'data-src'))
  if (!src || src.startsWith('data:')) return ''
  const file = src.slice(0, 1000).replace(/(?:\.\w+)?(?:[?#].*)?$/s, '')
  return collapse(
    wordsOfId(file.slice(file.lastIndexOf('/') + 1))
      .toLowerCase()
      .replace(
        /\b(?:bt|btn|button|but|icon|ico|img|image|pic|gif|png|small|large|big|off|on|hover|default|submit)\b/g,
        ' ',
      ),
  )
}

/** What the code of a control says that it does. */
function saidByCode({ element, hints }: ControlPart, href: string): string {
  const attribute = (name: string): string => (attributeOf(element, name) ?? '').slice(0, 200)
  const script = /^javascript:/i.test(href) ? href.slice(0, 200) : ''
  const code = `${hints} ${attribute('class')} ${attribute('src')} ${attribute('onclick')} ${script} ${attribute('data-action')}`
  const cart = ADD_TO_CART.test(code) ? 'cart ' : ''
  const buy = BUY_NOW.test(code) ? 'buy ' : ''
  return (cart + buy + (SEARCH.test(code) ? 'search' : '')).trim()
}

/** True for a button right beside a field or a figure: a plus there is one more, elsewhere it unfolds something. */
const isBesideFigure = (element: Element): boolean =>
  [element.previousElementSibling, element.nextElementSibling].some(
    (beside) => beside && (tagOf(beside) === 'input' || /^\s*\d{1,3}\s*$/.test(beside.textContent ?? '')),
  )

/** Figures that are elements of their own in what a control says: counts. */
function figuresIn({ element, tag }: ControlPart): string {
  const label = tag === 'a' || tag === 'button' ? element : labelsOf(element)[0]
  if (!label) return ''
  const figures = new Set<string>()
  for (const each of [...selectAll(label, '*')].slice(0, MOST_WITHIN)) {
    const text = each.textContent?.trim() ?? ''
    if (/^\d{1,12}$/.test(text)) figures.add(text)
  }
  return [...figures].slice(0, 8).join(' ')
}

/** Adds to `told` what the page's code says of a control that tells little itself: only what may be asked for. */
export function describeControl(control: ControlPart, told: ReadControl): ReadControl {
  const { element, tag, role, text, label, images, form } = control
  const isAction = tag === 'a' || tag === 'button'
  const said = label || text
  if (isAction) {
    const href = attributeOf(element, 'href') ?? ''
    const says = tag === 'a' && images === 0 && text ? '' : saidByCode(control, href)
    const reviews = href.includes('#') && /#.*(?:review|rating|comment)/i.test(href) ? 'reviews' : ''
    if (says || reviews) told.says = `${says} ${reviews}`.trim()
  } else if (
    !form &&
    (role === 'textbox' || role === 'searchbox' || role === 'combobox') &&
    isBesideSearchName(element)
  )
    told.search = true
  if (tag === 'button') {
    if (attributeOf(element, 'type') === 'button') told.plain = true
    if (!said && isBesideFigure(element)) told.step = true
  }
  if (images > 0 && (!text || control.pictured)) {
    const file = wordsOfPicture(element).slice(0, 300)
    if (file) told.file = file
  }
  if (!said && (!control.href || told.step)) {
    const icon = wordsOfIcon(element).slice(0, 100)
    if (icon) told.icon = icon
  }
  if (/\d/.test(said)) {
    const figures = figuresIn(control)
    if (figures) told.figures = figures
  }
  return told
}
