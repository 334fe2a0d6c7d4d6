import { SEARCH } from '../text/codeWords.ts'

/** `name` or `id` of what searches, where it is no word for it. */
const SEARCH_NAME = /\b[qsk]\b|query|such/i
/** A button says what it does in few letters. */
const LONGEST = 30

const isCalledSearch = (element: Element, said = ''): boolean => {
  const code = `${element.getAttribute('name')} ${element.id} ${element.getAttribute('aria-label')} ${said}`
  return SEARCH.test(code) || SEARCH_NAME.test(code)
}

/** True for a field that searches by what the page calls it. */
export const looksLikeSearch = (field: Element): boolean =>
  field.matches('[type=search],[role=searchbox],[role=search] *,search *') || isCalledSearch(field)

/** True for a button that the page calls a search, for as long as nobody has looked closer. A suggestion is none. */
export function looksLikeSearchButton(element: Element): boolean {
  if (!element.matches('button,[type=button],[type=submit],[type=image],[role=button]')) return false
  const said = element.textContent?.trim() ?? ''
  return isCalledSearch(element, said.length <= LONGEST ? said : '')
}
