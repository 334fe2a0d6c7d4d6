import type { NamedElement, PagePrivacy, PageView } from '../page/port.ts'
import { replaceSigns } from '../text/letters.ts'
import { accessibleText } from './accessibleText.ts'
import { NATIVE } from './selectors.ts'

const LEVELS = 8
/** ARIA roles by `type`, then by tag, where they are not the same word. */
const ROLES: Record<string, string> = {
  submit: 'button',
  image: 'button',
  summary: 'button',
  a: 'link',
  area: 'link',
  select: 'combobox',
  text: 'textbox',
  search: 'searchbox',
  textarea: 'textbox',
}

/**
 * Names an element that the view does not hold, such as one that the page added a moment ago: the region of the
 * nearest named neighbours, then the element's own text as a slug, its role where it has none. Never the name of an
 * element in that region.
 */
export function fallbackName(element: Element, view: PageView | null, privacy: PagePrivacy): NamedElement {
  const { type = '' } = element as HTMLInputElement
  const role = element.getAttribute('role') || ROLES[type] || ROLES[element.localName] || type || 'generic'
  const text = privacy.scrubText(accessibleText(element)).slice(0, 80)
  const slug = replaceSigns(text.toLowerCase(), '_').replace(/^_|_$/g, '')
  const taken = view ? namesAround(element, view) : []
  let region = taken[0]?.replace(/[^.]*$/, '') ?? ''
  for (const name of taken) while (!name.startsWith(region)) region = region.replace(/[^.]*\.$/, '')
  let name = (region + (slug || role)).slice(0, 390)
  while (taken.includes(name)) name += '_2'
  return { name, click_type: 'other', role: role.slice(0, 40), text }
}

/** The names next to an element: those in its nearest ancestor that holds any. */
function namesAround(element: Element, view: PageView): string[] {
  let around = element.parentElement
  for (let level = 0; around && level < LEVELS; level++, around = around.parentElement) {
    const own = view.nameOf(around)
    if (own) return [`${own.name}.`]
    const names = [...around.querySelectorAll(`${NATIVE},[role]`)].flatMap((near) => view.nameOf(near)?.name ?? [])
    if (names.length > 0) return names
  }
  return []
}
