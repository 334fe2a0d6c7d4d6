import { nearbyText } from '../read/nearbyText.ts'
import type { FieldDescription } from '../read/port.ts'
import { labelText } from './labelText.ts'

/** Describes a field for the privacy rules, without touching its value. */
export function describeField(field: Element): FieldDescription {
  const attribute = (name: string) => field.getAttribute(name) ?? ''
  return {
    tag: field.localName,
    type: (field as HTMLInputElement).type ?? '',
    autocomplete: attribute('autocomplete'),
    name: attribute('name'),
    id: field.id,
    label: labelText(field),
    nearby: nearbyText(field),
    inputmode: attribute('inputmode'),
    contenteditable: (field as HTMLElement).isContentEditable === true,
  }
}
