import { formOf, isSingleLine, isWholeValue, typedFieldOf } from './fieldKinds.ts'
import { looksLikeSearch } from './looksLikeSearch.ts'
import type { Target } from './resolveTarget.ts'
import type { Typing } from './trackTyping.ts'

/**
 * The field that a click on `target` submits: text typed into a search field and not submitted yet, where the click is
 * on its search button. Null for every other click; a coupon's or a quantity's button is a click of its own.
 */
export function submittedField({ element, searches }: Target, typing: Typing): Element | null {
  const form = formOf(element)
  const isSubmit = form && /^(submit|image)$/.test((element as HTMLInputElement).type)
  const isSearch = searches && !element.matches('a[href]:not([href^="#"])')
  if (typedFieldOf(element) || !(isSubmit || isSearch)) return null
  return typing.latest((field) => {
    const its = formOf(field)
    if (!isSingleLine(field) || isWholeValue(field)) return false
    return isSubmit && its === form ? isSearch || looksLikeSearch(field) : isSearch && its?.contains(element) !== false
  })
}
