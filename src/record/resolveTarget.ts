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
  const isNamed = control && view?.nameOf(control)
  const aim = isNamed ? control : (view?.elementOf(element) ?? control ?? interactiveOf(element))
  return aim && { element: aim, named: view?.nameOf(aim) ?? fallbackName(aim, view, privacy) }
}
