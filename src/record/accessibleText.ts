import { ariaLabelOf } from '../read/labelOf.ts'
import { textOf } from '../read/textOf.ts'
import { collapse } from '../text/collapse.ts'
import { labelText } from './labelText.ts'
import { EDITABLE } from './selectors.ts'

/** What an element says, in one line, at most 200 characters, unscrubbed; never what was typed into it. */
export function accessibleText(element: Element): string {
  const attribute = (name: string): string => element.getAttribute(name) ?? ''
  const shown = (): string =>
    (element.localName === 'input' ? attribute('value') : element.textContent?.trim()) || textOf(element, 200)
  const isField = element.matches(`input:not([type=submit],[type=button]),select,textarea,${EDITABLE}`)
  const said = ariaLabelOf(element) || (!isField && shown()) || attribute('alt') || labelText(element)
  return collapse(said).slice(0, 200)
}
