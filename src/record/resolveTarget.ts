import type { NamedElement, PagePrivacy } from '../page/port.ts'
import { fallbackName } from './fallbackName.ts'
import { interactiveOf } from './interactiveOf.ts'
import { labelledControl } from './labelledControl.ts'
import type { CurrentPage } from './port.ts'

/** What an action is aimed at. */
export interface Target {
  element: Element
  named: NamedElement
}

/**
 * Finds what a click on `element` is aimed at, and its name on that page: the control of a label, the interactive
 * element that the view knows, or one it missed, under a fallback name. Null where nothing interactive is there.
 */
export function resolveTarget(element: Element, page: CurrentPage | null, privacy: PagePrivacy): Target | null {
  const view = page?.view ?? null
  const control = labelledControl(element)
  if (control) {
    const named = view?.nameOf(control) ?? view?.nameOf(element.closest('label') as Element)
    return { element: control, named: named ?? fallbackName(control, view, privacy) }
  }
  const known = view?.elementOf(element)
  const named = known && view?.nameOf(known)
  if (known && named) return { element: known, named }
  const missed = known ?? interactiveOf(element)
  return missed && { element: missed, named: view?.nameOf(missed) ?? fallbackName(missed, view, privacy) }
}
