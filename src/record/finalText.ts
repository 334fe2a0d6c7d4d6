import { accessibleText } from './accessibleText.ts'
import { fieldText } from './fieldText.ts'

/**
 * The text that Enter submits: the suggestion chosen by arrow keys where the page only points at it
 * (`aria-activedescendant`, or a selected option of the list it controls), the field's value where the page filled
 * that in or nothing was chosen. `typed` is the value after the last keystroke.
 */
export function finalText(field: Element, typed: string): string {
  const value = fieldText(field)
  const option = value === typed ? activeOption(field) : null
  return (option && accessibleText(option)) || value
}

/** The option that a focused widget points at, or null. */
export function activeOption(widget: Element): Element | null {
  const root = widget.getRootNode() as Document
  const find = (attribute: string) => root.getElementById?.(widget.getAttribute(attribute) ?? '') ?? null
  const active = find('aria-activedescendant')
  if (active || widget.getAttribute('aria-expanded') !== 'true') return active
  return (find('aria-controls') ?? find('aria-owns'))?.querySelector('[role=option][aria-selected=true]') ?? null
}
