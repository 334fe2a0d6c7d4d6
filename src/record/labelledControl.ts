import { NATIVE } from './selectors.ts'

/** The control that a click on `element` reaches through a label, or null: what is interactive in a label keeps its clicks. */
export function labelledControl(element: Element): Element | null {
  const label = element.closest('label')
  const inner = element.closest(NATIVE)
  return (!inner || !label?.contains(inner)) && label ? label.control : null
}
