/** `name` or `id` of what searches: as most shops have them. */
const SEARCH_NAME = /\b[qsk]\b|search|query|keyword|such|busc|recherche/i

const isCalledSearch = (element: Element): boolean =>
  SEARCH_NAME.test(`${element.getAttribute('name')} ${element.id} ${element.getAttribute('aria-label')}`)

/** True for a field that searches by what the page calls it. */
export const looksLikeSearch = (field: Element): boolean =>
  field.matches('[type=search],[role=searchbox],[role=search] *,search *') || isCalledSearch(field)

/** True for a button that the page calls a search, for as long as nobody has looked closer. A suggestion is none. */
export const looksLikeSearchButton = (element: Element): boolean =>
  element.matches('button,[type=button],[role=button]') && isCalledSearch(element)
