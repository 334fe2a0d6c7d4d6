import { collapse } from '../text/collapse.ts'
import { wordsOfId } from '../text/wordsOfId.ts'
import { destinationOf } from './destinationOf.ts'
import { attributeOf, tagOf } from './dom.ts'
import { isProtected } from './isProtected.ts'
import { ariaLabelOf, fieldLabelOf } from './labelOf.ts'
import type { ControlPart, ControlTag } from './model.ts'
import { nearbyText } from './nearbyText.ts'
import type { PagePrivacy } from './port.ts'
import { textOf } from './textOf.ts'

/** ARIA roles of things to act on, and how a context writes them. */
/** A page may name a role `constructor`: nothing is looked up in an object. */
const ROLES = new Map<string, ControlTag>(
  Object.entries({
    link: 'a',
    button: 'button',
    tab: 'button',
    option: 'button',
    menuitem: 'button',
    menuitemcheckbox: 'input',
    menuitemradio: 'input',
    checkbox: 'input',
    radio: 'input',
    switch: 'input',
    combobox: 'input',
    textbox: 'input',
    searchbox: 'input',
    slider: 'input',
    spinbutton: 'input',
  } as const),
)
const TAGS = new Map<string, ControlTag>([
  ['button', 'button'],
  ['summary', 'button'],
  ['select', 'select'],
  ['textarea', 'textarea'],
])
const BUTTON_TYPES = new Set(['button', 'submit', 'reset', 'image', 'file'])
const CHECKED = new Set(['checkbox', 'radio', 'switch', 'menuitemcheckbox', 'menuitemradio'])
const MOST_CHOICES = 200

/** How a context would write the element, or null where it is not a control by tag, role or attribute. */
export function controlTagOf(element: Element, tag: string, role: string | null): ControlTag | null {
  if (tag === 'a') {
    if (attributeOf(element, 'href') !== null) return ROLES.get(role ?? '') ?? 'a'
  } else if (tag === 'input') {
    const type = (element as HTMLInputElement).type
    return type === 'hidden' ? null : BUTTON_TYPES.has(type) ? 'button' : 'input'
  } else {
    const known = TAGS.get(tag)
    if (known) return known
  }
  const acting = ROLES.get(role ?? '')
  if (acting) return acting
  const editable = attributeOf(element, 'contenteditable')
  if (editable !== null && editable.toLowerCase() !== 'false') return 'textarea'
  if (attributeOf(element, 'onclick') !== null) return tag === 'a' ? 'a' : 'button'
  return null
}

/** Address as written, or empty where following it does not leave the place. */
function addressOf(element: Element): string {
  const href = (attributeOf(element, 'href') ?? '').trim()
  if (/^(#|javascript:|$)/i.test(href)) return ''
  // Whom it calls or writes to is nobody's business.
  const [scheme] = /^(?:mailto|tel|sms|callto|whatsapp|skype):/i.exec(href) ?? []
  return scheme ?? destinationOf(href.slice(0, 8000)).slice(0, 2000)
}

function stateOf(element: Element, role: string): ControlPart['state'] {
  const on = (name: string): boolean => attributeOf(element, name) === 'true'
  if (CHECKED.has(role) && ((element as HTMLInputElement).checked === true || on('aria-checked'))) return 'checked'
  if (on('aria-selected') || on('aria-pressed')) return 'selected'
  const current = attributeOf(element, 'aria-current')
  if (current && current !== 'false') return 'selected'
  return (element as HTMLInputElement).disabled === true || on('aria-disabled') ? 'disabled' : ''
}

function choicesOf(select: HTMLSelectElement): Pick<ControlPart, 'choices' | 'chosen'> {
  const { options, selectedIndex } = select
  const choices: string[] = []
  let chosen = -1
  for (let index = 0; index < options.length && index < MOST_CHOICES; index++) {
    const option = options[index] as HTMLOptionElement
    const text = collapse(attributeOf(option, 'label') || textOf(option, 100))
    if (!text) continue
    if (index === selectedIndex) chosen = choices.length
    choices.push(text)
  }
  return { choices, chosen }
}

function roleOf(element: Element, tag: string, written: ControlTag, type: string, role: string | null): string {
  if (role && ROLES.has(role)) return role
  if (tag === 'input') {
    if (type === 'checkbox' || type === 'radio') return type
    if (type === 'search') return 'searchbox'
    if (type === 'number') return 'spinbutton'
    if (type === 'range') return 'slider'
    if (written === 'input') return 'textbox'
  }
  if (tag === 'select') return (element as HTMLSelectElement).multiple ? 'listbox' : 'combobox'
  return { a: 'link', button: 'button', input: 'textbox', select: 'combobox', textarea: 'textbox' }[written]
}

/** Classes that say how a thing looks rather than what it is, as those of style libraries and build tools. */
const LOOKS =
  /\d|[:[\]/]|^(?:-?[a-z]{1,3}-|abs|rel|fixed|sticky|cursor|flex|grid|inline|block|border|round|text|font|items|justify|self|over|trans|shadow|opac|group|css|container|wrap|inner)/

/** What the classes of an element say that it is. */
const wordsOfClass = (classes: string): string =>
  classes
    .slice(0, 200)
    .split(' ')
    .filter((each) => !LOOKS.test(each))
    .join(' ')

/** Reads one control, without what is inside it. The value of a sensitive field is never touched. */
export function readControl(
  element: Element,
  tag: string,
  written: ControlTag,
  ariaRole: string | null,
  privacy: PagePrivacy,
): ControlPart {
  const type = tag === 'input' ? (element as HTMLInputElement).type : ''
  const role = roleOf(element, tag, written, type, ariaRole)
  const attribute = (name: string): string => attributeOf(element, name) ?? ''
  const isField = written === 'input' || written === 'select' || written === 'textarea'
  const native = tag === 'input' || tag === 'select' || tag === 'textarea'
  const label = isField || tag === 'input' ? fieldLabelOf(element) : ariaLabelOf(element)
  const control: ControlPart = {
    kind: 'control',
    element,
    twins: [],
    tag: written,
    role,
    type,
    label,
    text: '',
    href: tag === 'a' ? addressOf(element) : '',
    hints: '',
    value: null,
    sensitive: false,
    state: '',
    choices: [],
    chosen: -1,
    heading: 0,
    images: 0,
    pictured: false,
    form: native || tag === 'button' ? (element as HTMLInputElement).form : null,
    autocomplete: isField ? attribute('autocomplete').toLowerCase() : '',
    loose: false,
  }
  if (isField) {
    const isTyped = type === 'text' || written === 'textarea'
    const description = {
      tag,
      type,
      autocomplete: control.autocomplete,
      name: attribute('name'),
      id: attribute('id'),
      label: [label, attribute('placeholder'), attribute('title')].join(' ').trim(),
      nearby: isTyped ? nearbyText(element) : '',
      inputmode: attribute('inputmode'),
      contenteditable: !native && role !== 'searchbox' && (role === 'textbox' || isEdited(element)),
    }
    control.hints = `${description.name} ${description.id}`
    if (!control.hints.trim()) control.hints = lastHint(attribute)
    control.sensitive = isProtected(element, description, privacy)
    if (!control.sensitive) {
      if (tag === 'select') Object.assign(control, choicesOf(element as HTMLSelectElement))
      else if (CHECKED.has(role)) control.value = attribute('value')
      else if (native) control.value = (element as HTMLInputElement).value.slice(0, 2000)
      else control.value = textOf(element)
    }
  } else {
    control.hints = `${attribute('name')} ${attribute('id')} ${tag === 'a' ? attribute('rel') : ''}`
    // What a script handles and a style sheet draws says what it is in its class alone.
    if (!control.hints.trim()) control.hints = lastHint(attribute)
    if (tag === 'input') {
      if (type === 'image') control.images = 1
      else control.text = collapse((element as HTMLInputElement).value)
    }
  }
  control.state = control.sensitive ? '' : stateOf(element, role)
  const isList = tag === 'select' || (role === 'combobox' && written === 'button')
  if (!control.label && !control.sensitive && (isList || type === 'range') && !wordsOfId(control.hints))
    control.label = labelBeside(element, control)
  return control
}

/** What it is called for tests, or by its style sheet. */
const lastHint = (attribute: (name: string) => string): string =>
  attribute('data-testid') || attribute('data-test') || wordsOfClass(attribute('class'))

/**
 * What stands before a list or slider without a label, but for what is chosen in it, and for what stands behind a colon
 * or has digits: "Password: …" may stand there by chance, and no rule knows the rest any more once it is a name.
 */
function labelBeside(element: Element, { choices }: ControlPart): string {
  const text = nearbyText(element)
  return choices.includes(text) ? '' : (/^[^:：\d]*(?=[:：]|$)/.exec(text)?.[0].trim() ?? '')
}

/** True where `element` is a field whose content must not be read as text of the page. */
export const isOpaque = (element: Element, written: ControlTag): boolean =>
  written === 'select' ||
  written === 'textarea' ||
  tagOf(element) === 'input' ||
  (written === 'input' && isEdited(element))

/** True for a text field that a page has made of another element. */
const isEdited = (element: Element): boolean =>
  /^(?:textbox|searchbox)$/.test(attributeOf(element, 'role') ?? '') ||
  !/^false$/i.test(attributeOf(element, 'contenteditable') ?? 'false')
