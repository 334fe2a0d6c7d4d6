import type { PagePrivacy } from '../page/port.ts'
import { fallbackName } from './fallbackName.ts'
import type { CurrentPage } from './port.ts'

/** The name of a field on that page: its own, that of the combobox it is part of, or a fallback name. */
export function nameField(field: Element, page: CurrentPage | null, privacy: PagePrivacy): string {
  const view = page?.view ?? null
  const around = view?.elementOf(field)
  const widget = around && view?.nameOf(around)
  const isPart = widget && /^(combobox|searchbox|textbox)$/.test(widget.role)
  return (view?.nameOf(field) ?? (isPart ? widget : fallbackName(field, view, privacy))).name
}
