import type { NamedElement, PagePrivacy, PageView } from '../page/port.ts'
import { accessibleText } from './accessibleText.ts'

const NEIGHBOURS = 'a, button, input, select, textarea, summary, [role]'
const LEVELS = 8
const ROLES: Record<string, string> = {
  a: 'link',
  area: 'link',
  select: 'combobox',
  textarea: 'textbox',
  summary: 'button',
}

/**
 * Names an element that the view does not hold, such as one that the page added a moment ago: the region of the
 * nearest named neighbours, then the element's own text as a slug, its role where it has none. Never the name of an
 * element in that region.
 */
export function fallbackName(element: Element, view: PageView | null, privacy: PagePrivacy): NamedElement {
  const role = roleOf(element)
  const text = privacy.scrubText(accessibleText(element)).slice(0, 80)
  const { region, taken } = surroundings(element, view)
  const base = [...region, slug(text) || role].join('.').slice(0, 390)
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`
  return { name, click_type: 'other', role, text }
}

function roleOf(element: Element): string {
  const tag = element.localName
  const type = (element as HTMLInputElement).type
  const button = tag === 'button' || /^(submit|button|reset|image)$/.test(type)
  const own = button ? 'button' : tag === 'input' ? (/^(checkbox|radio)$/.test(type) ? type : 'textbox') : ROLES[tag]
  return (element.getAttribute('role') || own || 'generic').slice(0, 40)
}

function surroundings(element: Element, view: PageView | null): { region: string[]; taken: Set<string> } {
  let around = element.parentElement
  for (let level = 0; view && around && level < LEVELS; level++, around = around.parentElement) {
    const own = view.nameOf(around)
    const names = own
      ? [`${own.name}.`]
      : [...around.querySelectorAll(NEIGHBOURS)].flatMap((neighbour) => view.nameOf(neighbour)?.name ?? [])
    if (names.length > 0) return { region: names.map(regionOf).reduce(common), taken: new Set(names) }
  }
  return { region: [], taken: new Set() }
}

function regionOf(name: string): string[] {
  return name.split('.').slice(0, -1)
}

function common(one: string[], other: string[]): string[] {
  const end = one.findIndex((part, index) => part !== other[index])
  return end < 0 ? one : one.slice(0, end)
}

function slug(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('_').slice(0, 60)
}
