import { labelText } from './labelText.ts'
import { EDITABLE } from './selectors.ts'

/** What an element says, in one line, at most 200 characters, unscrubbed; never what was typed into it. */
export function accessibleText(element: Element): string {
  const shown = element.matches('[type=submit],[type=button]') ? element.getAttribute('value') : element.textContent
  const image = element.querySelector('[alt]') ?? element
  const texts = [
    element.getAttribute('aria-label'),
    element.matches(`input:not([type=submit],[type=button]),select,textarea,${EDITABLE}`) ? '' : shown,
    image.getAttribute('alt'),
    labelText(element),
  ]
  const lines = texts.map((text) => (text ?? '').replace(/\s+/g, ' ').trim())
  return (lines.find(Boolean) ?? '').slice(0, 200)
}
