import { closestDeep } from './closestDeep.ts'
import { EDITABLE } from './selectors.ts'

const NOT_TYPED = /^(checkbox|radio|button|submit|reset|image|hidden|range|color|file)$/

/** The field at or around `element` into which text is typed, or null. */
export function typedFieldOf(element: Element | null): Element | null {
  if (element?.localName === 'input') return NOT_TYPED.test((element as HTMLInputElement).type) ? null : element
  return closestDeep(element, `textarea,${EDITABLE}`)
}

/** True where Enter submits what was typed, rather than begin a new line. */
export function isSingleLine(field: Element): boolean {
  return field.matches('input,[role=searchbox],[role=combobox],[enterkeyhint=search],[enterkeyhint=go]')
}

/** True for typed fields whose `change` event means a finished value: numbers with their stepper, dates, times. */
export function isWholeValue(field: Element): boolean {
  return /^(number|date|time|month|week)/.test((field as HTMLInputElement).type)
}

/** True where every `change` is a choice of its own, not the end of typing. */
export function isSet(element: Element): boolean {
  return element.matches('select,[type=range],[type=color],[type=file]')
}

/** The form an element belongs to, or null. */
export function formOf(element: Element): HTMLFormElement | null {
  return (element as HTMLInputElement).form ?? null
}
