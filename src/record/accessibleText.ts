import { ariaLabelOf, fieldLabelOf } from '../read/labelOf.ts'
import { textOf } from '../read/textOf.ts'
import { collapse } from '../text/collapse.ts'
import { EDITABLE } from './selectors.ts'

/** What an element says, in one line, at most 200 characters, unscrubbed; never what was typed into it. */
export function accessibleText(element: Element): string {
  const isField = element.matches(`input:not([type=submit],[type=button]),select,textarea,${EDITABLE}`)
  // An icon may say it in a title of its own.
  const shown =
    (element.localName === 'input' && element.getAttribute('value')) || textOf(element, 200) || element.textContent
  return (ariaLabelOf(element) || (isField ? '' : collapse(shown ?? '')) || fieldLabelOf(element)).slice(0, 200)
}
