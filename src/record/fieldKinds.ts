import { closestDeep } from './closestDeep.ts'

const NOT_TYPED = /^(checkbox|radio|button|submit|reset|image|hidden|range|color|file)$/
const WHOLE = /^(number|date|time|month|week|datetime-local)$/
const ONE_LINE = '[role=searchbox], [role=combobox], [enterkeyhint=search], [enterkeyhint=go], [enterkeyhint=send]'

/** The field at or around `element` into which text is typed, or null. */
export function typedFieldOf(element: Element | null): Element | null {
  if (element?.localName === 'input') return NOT_TYPED.test((element as HTMLInputElement).type) ? null : element
  if (element?.localName === 'textarea') return element
  return closestDeep(element, '[contenteditable]:not([contenteditable=false])')
}

/** True where Enter submits what was typed, rather than begin a new line. */
export function isSingleLine(field: Element): boolean {
  return field.localName === 'input' || field.matches(ONE_LINE)
}

/** True for typed fields whose `change` event means a finished value: numbers with their stepper, dates, times. */
export function isWholeValue(field: Element): boolean {
  return WHOLE.test((field as HTMLInputElement).type)
}

/** True for lists and sliders: there `change` tells what was chosen, and clicks tell nothing. */
export function isChosen(element: Element): boolean {
  return element.closest('select, input[type=range]') !== null
}

/** True where every `change` is a choice of its own, not the end of typing. */
export function isSet(element: Element): boolean {
  return element.matches('select, input[type=range], input[type=color], input[type=file]')
}

/** The form an element belongs to, or null. */
export function formOf(element: Element): HTMLFormElement | null {
  return (element as HTMLInputElement).form ?? null
}
