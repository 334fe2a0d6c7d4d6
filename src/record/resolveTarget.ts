import type { ActionTarget } from '../../schemas/index.ts'
import type { PagePrivacy } from '../read/port.ts'
import { describeTarget } from './describeTarget.ts'
import { interactiveOf } from './interactiveOf.ts'
import { labelledControl } from './labelledControl.ts'
import { looksLikeSearchButton } from './looksLikeSearch.ts'
import type { CurrentPage } from './port.ts'

/** What an action is aimed at. */
export interface Target {
  element: Element
  target: ActionTarget
  /** It searches, as far as is known. */
  searches: boolean
}

/**
 * Finds what a click on `element` is aimed at: the control of a label, the interactive element that the view knows, or one
 * that it missed. Null where nothing interactive is there.
 */
export function resolveTarget(element: Element, page: CurrentPage | null, privacy: PagePrivacy): Target | null {
  const view = page?.view ?? null
  const control = labelledControl(element)
  const isKnown = control && view && view.numberOf(control) !== null
  const aim = isKnown ? control : (view?.elementOf(element) ?? control ?? interactiveOf(element))
  if (!aim) return null
  const target = describeTarget(aim, view, privacy)
  return {
    element: aim,
    target,
    searches: view?.searches(aim) ?? looksLikeSearchButton(aim),
  }
}
