import { formOf, isSingleLine, isWholeValue, typedFieldOf } from './fieldKinds.ts'
import type { Target } from './resolveTarget.ts'
import type { Typing } from './trackTyping.ts'

/** `name` or `id` of search fields: as most shops have them. */
const SEARCH_NAME = /\b[qsk]\b|search|query|keyword|such|busc|recherche/i

/**
 * The field that a click on `target` submits: text typed into a search field and not submitted yet, where the click is
 * on its search button. Null for every other click; a coupon's or a quantity's button is a click of its own.
 */
export function submittedField({ element, named }: Target, typing: Typing): Element | null {
  const form = formOf(element)
  const isSubmit = form && /^(submit|image)$/.test((element as HTMLInputElement).type)
  const isSearch = named.click_type === 'search' && !element.matches('a[href]:not([href^="#"])')
  if (typedFieldOf(element) || !(isSubmit || isSearch)) return null
  return typing.latest((field) => {
    const its = formOf(field)
    if (!isSingleLine(field) || isWholeValue(field)) return false
    return isSubmit && its === form ? isSearch || looksLikeSearch(field) : isSearch && its?.contains(element) !== false
  })
}

function looksLikeSearch(field: Element): boolean {
  return (
    field.matches('[type=search],[role=searchbox],[role=search] *,search *') ||
    SEARCH_NAME.test(`${field.getAttribute('name')} ${field.id}`)
  )
}
