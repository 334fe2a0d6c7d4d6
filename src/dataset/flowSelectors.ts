import { type ContextElement, parseContext } from '../../schemas/index.ts'

/** What is known of an element that is to be found again. */
export interface FlowTarget {
  /** Its name in the page's context. */
  name: string
  /** What the page had, where it was recorded. */
  element?: { role: string; text: string } | undefined
}

/** Shortest text that tells a card from the others. */
const TELLING = 4

const ROLES: Record<ContextElement['tag'], string> = {
  a: 'link',
  button: 'button',
  input: 'textbox',
  select: 'combobox',
  textarea: 'textbox',
}

/** Elements that have the role by themselves. */
const TAGS: Record<string, string> = { link: 'self::a', button: 'self::button or self::summary or self::input' }
const TICKED = new Set(['radio', 'checkbox', 'switch'])
/** Fields say different roles, and the context does not tell which. */
const FIELDS = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'slider'])

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim()
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('_') ?? ''
const leafOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
const regionOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')))
/** A text with a blank or the marker of a shortening in it is not what the page has. */
const isWhole = (text: string): boolean => text !== '' && !/…|\[[a-z_]+\]/.test(text)

function roleOf({ tag, attributes }: ContextElement): string {
  const { role, type } = attributes
  if (role) return role
  if (tag === 'input' && (type === 'checkbox' || type === 'radio')) return type
  return tag === 'input' && (type === 'submit' || type === 'button') ? 'button' : ROLES[tag]
}

/** What tells elements apart: the label, or the name made of it where the context leaves the label out. */
const keyOf = (element: ContextElement): string =>
  slugOf(element.attributes.label ?? (element.tag === 'select' ? '' : element.text)) ||
  leafOf(element.name).replace(/_\d+$/, '')

/** An XPath string, whatever quotes it holds. */
function literal(text: string): string {
  if (!text.includes('"')) return `"${text}"`
  return `concat(${text
    .split('"')
    .map((part) => `"${part}"`)
    .join(`,'"',`)})`
}

const says = (text: string): string => {
  const quoted = literal(text)
  return `normalize-space(.)=${quoted} or @aria-label=${quoted} or @value=${quoted}`
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A field whose label its name was made of: a context does not say it twice. */
function fieldNamed(leaf: string): string {
  const words = literal(leaf.replace(/_\d+$/, '').replaceAll('_', ' '))
  const folded = (text: string): string =>
    `translate(normalize-space(${text}),"${UPPER}:.,!?*","${UPPER.toLowerCase()}")`
  const labelled = ['@aria-label', '@placeholder', '@title'].map((attribute) => `${folded(attribute)}=${words}`)
  const label = `label[${folded('.')}=${words}]`
  return `*[self::input or self::textarea or self::select][${labelled.join(' or ')} or @id=//${label}/@for or ancestor::${label}]`
}

/** A field by its label, wherever the page has it. */
function fieldOf(text: string): string {
  const quoted = literal(text)
  const labelled = ['@aria-label', '@placeholder', '@title', '@alt'].map((attribute) => `${attribute}=${quoted}`)
  const label = `label[normalize-space(.)=${quoted}]`
  return `*[self::input or self::textarea or self::select][${labelled.join(' or ')} or @id=//${label}/@for or ancestor::${label}]`
}

/** Where to click on something ticked: its label, since pages hide the box itself and draw another. */
function tickOf(role: string, text: string): string {
  const isBox = `self::label or ((self::input or @role=${literal(role)}) and not(ancestor::label) and not(@id=//label/@for))`
  return `*[${isBox}][${says(text)}]`
}

function xpathOf(role: string, text: string): string {
  if (FIELDS.has(role)) return fieldOf(text)
  if (TICKED.has(role)) return tickOf(role, text)
  const kind = TAGS[role] ? `${TAGS[role]} or @role=${literal(role)}` : `@role=${literal(role)}`
  return `*[${kind}][${says(text)}]`
}

/** A text beside the element that nothing else on the page says: another element of its region or of one around it. */
function findAnchor(element: ContextElement, all: readonly ContextElement[]): string | null {
  for (let region = regionOf(element.name); region; region = regionOf(region)) {
    const near = all.filter(
      ({ name, text }) => name.startsWith(`${region}.`) && text.length >= TELLING && isWhole(text),
    )
    const anchor = near.find(
      (one) => one.name !== element.name && all.filter(({ text }) => clean(text) === clean(one.text)).length === 1,
    )
    if (anchor) return clean(anchor.text)
  }
  return null
}

/**
 * Ways to find an element again by its role and text, from what a dataset keeps of it. The replay takes whichever it
 * finds first, so each must lead to the element itself; none where nothing does.
 *
 * Where several elements say the same, one that stands beside a text of its own is found through that.
 */
export function flowSelectors(context: string, { name, element: clicked }: FlowTarget): string[][] {
  const all = parseContext(context)
  const element = all.find((one) => one.name === name)
  const role = clicked?.role || (element ? roleOf(element) : '')
  // The text of a list is that of its options.
  const own = element?.tag === 'select' ? element.attributes.label : element?.text
  const label = clean(clicked?.text || own || '')
  if (element && !label && FIELDS.has(role)) return [[`xpath///${fieldNamed(leafOf(name))}`]]
  if (!role || !isWhole(label)) return []

  const key = slugOf(label)
  const same = element ? all.filter((one) => one.name === name || (roleOf(one) === role && keyOf(one) === key)) : []
  if (same.length <= 1 || same[0] === element) {
    const byPlace = [`xpath///${xpathOf(role, label)}`]
    return FIELDS.has(role) || TICKED.has(role) ? [byPlace] : [[`aria/${label}[role="${role}"]`], byPlace]
  }
  const anchor = element ? findAnchor(element, all) : null
  if (!anchor) return []
  const wanted = xpathOf(role, label)
  return [[`xpath///*[${says(anchor)}]/ancestor::*[.//${wanted}][1]//${wanted}`]]
}
