import { formOf, isSingleLine, typedFieldOf } from './fieldKinds.ts'
import type { Target } from './resolveTarget.ts'
import type { Typing } from './trackTyping.ts'

const SEARCH = '[type=search], [role=searchbox], [role=search] *, search *, [name=q], [name=s], [name=k]'
const SEARCH_NAME = /search|query|keyword|suche|buscar|recherche/i
const PLAIN = /^(text|search|)$/
const LEADS_AWAY = 'a[href]:not([href^="#"], [href^="javascript:"])'

/**
 * The field that a click on `target` submits: text typed into a search field and not submitted yet, where the click is
 * on its search button. Null for every other click; a coupon's or a quantity's button is a click of its own.
 */
export function submittedField({ element, named }: Target, typing: Typing): Element | null {
  if (typedFieldOf(element)) return null
  const form = formOf(element)
  const isSubmit = form !== null && /^(submit|image)$/.test((element as HTMLInputElement).type)
  const isSearch = named.click_type === 'search'
  if (!isSubmit && (!isSearch || element.matches(LEADS_AWAY))) return null
  return typing.latest((field) => {
    if (!isSingleLine(field) || !PLAIN.test((field as HTMLInputElement).type ?? '')) return false
    if (isSubmit && formOf(field) === form) return isSearch || looksLikeSearch(field)
    return isSearch && (formOf(field) === null || formOf(field)?.contains(element) === true)
  })
}

function looksLikeSearch(field: Element): boolean {
  return field.matches(SEARCH) || SEARCH_NAME.test(`${field.getAttribute('name')} ${field.id}`)
}
