import type { ActionTarget } from '../../schemas/index.ts'
import type { PagePrivacy, PageView } from '../read/port.ts'
import { accessibleText } from './accessibleText.ts'
import { NATIVE } from './selectors.ts'

const LEVELS = 8
/** Neighbours that are told of. */
const MOST_NEAR = 60
/** ARIA roles by `type`, then by tag, where they are not the same word. */
const ROLES = new Map(
  Object.entries({
    submit: 'button',
    image: 'button',
    summary: 'button',
    a: 'link',
    area: 'link',
    select: 'combobox',
    text: 'textbox',
    search: 'searchbox',
    textarea: 'textbox',
  }),
)

/** What an action is aimed at, as far as the page can tell; its name is made in the background. */
export function describeTarget(element: Element, view: PageView | null, privacy: PagePrivacy): ActionTarget {
  const { type = '' } = element as HTMLInputElement
  const role = element.getAttribute('role') || ROLES.get(type) || ROLES.get(element.localName) || type || 'generic'
  const text = privacy.scrubText(accessibleText(element))
  const control = view?.numberOf(element) ?? null
  const around = view && control === null ? controlsAround(element, view) : { near: [], isWithin: false }
  return { control, ...around, role: role.slice(0, 40), text }
}

/** The controls next to an element: the one it stands in, or those in its nearest ancestor that holds any. */
function controlsAround(element: Element, view: PageView): Pick<ActionTarget, 'near' | 'isWithin'> {
  let around = element.parentElement
  for (let level = 0; around && level < LEVELS; level++, around = around.parentElement) {
    const own = view.numberOf(around)
    if (own !== null) return { near: [own], isWithin: true }
    const near = [...around.querySelectorAll(`${NATIVE},[role]`)].flatMap((element) => view.numberOf(element) ?? [])
    if (near.length > 0) return { near: [...new Set(near)].slice(0, MOST_NEAR), isWithin: false }
  }
  return { near: [], isWithin: false }
}
