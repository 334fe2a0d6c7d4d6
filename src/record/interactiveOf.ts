import { closestDeep } from './closestDeep.ts'
import { EDITABLE, NATIVE } from './selectors.ts'

const ROLES =
  '[role=button],[role=link],[role=radio],[role=switch],[role=tab],[role=option],[role=slider],[role=treeitem],[role$=box]:not([role=listbox]),[role^=menuitem]'

/**
 * The nearest element at or around `element` that takes clicks, judged by the live page: by tag, role or `onclick`, or
 * else by the hand that the pointer turns into above it. Null where there is none.
 */
export function interactiveOf(element: Element): Element | null {
  const isPointed = (candidate: Element | null) => candidate && getComputedStyle(candidate).cursor === 'pointer'
  const known = closestDeep(element, `${NATIVE},${EDITABLE},${ROLES},[onclick]`)
  if (known || !isPointed(element)) return known
  let outermost = element
  while (isPointed(outermost.parentElement)) outermost = outermost.parentElement as Element
  return outermost
}
