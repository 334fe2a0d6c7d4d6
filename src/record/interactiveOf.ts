import { closestDeep } from './closestDeep.ts'

const ROLES =
  'button link checkbox radio switch tab menuitem menuitemcheckbox menuitemradio option treeitem combobox searchbox textbox slider spinbutton'
const SELECTOR = `a[href], area[href], button, input, select, textarea, summary, [onclick], [contenteditable]:not([contenteditable=false]), ${ROLES.split(
  ' ',
)
  .map((role) => `[role=${role}]`)
  .join()}`

/**
 * The nearest element at or around `element` that takes clicks, judged by the live page: by tag, role or `onclick`, or
 * else by the hand that the pointer turns into above it. Null where there is none.
 */
export function interactiveOf(element: Element): Element | null {
  const view = element.ownerDocument.defaultView
  const isPointed = (candidate: Element) => view?.getComputedStyle(candidate).cursor === 'pointer'
  const known = closestDeep(element, SELECTOR)
  if (known) return known
  if (!isPointed(element)) return null
  let outermost = element
  while (outermost.parentElement && isPointed(outermost.parentElement)) outermost = outermost.parentElement
  return outermost
}
