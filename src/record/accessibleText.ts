import { labelText } from './labelText.ts'

const FIELDS = 'input, select, textarea, [contenteditable]:not([contenteditable=false])'
const BUTTONS = '[type=submit], [type=button], [type=reset]'

/** What an element says, in one line, at most 200 characters, unscrubbed; never what was typed into it. */
export function accessibleText(element: Element): string {
  if (element.matches(FIELDS)) {
    const value = element.matches(BUTTONS) ? element.getAttribute('value') : null
    return line(value || labelText(element) || element.getAttribute('alt') || '')
  }
  const alt = element.querySelector('img[alt]:not([alt=""])')?.getAttribute('alt')
  return line(element.getAttribute('aria-label') || element.textContent) || line(alt || labelText(element))
}

function line(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
}
