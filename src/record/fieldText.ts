/** What a field holds now, as a person reads it: the options chosen, the value, the edited text. Unscrubbed. */
export function fieldText(field: Element): string {
  if (field.localName === 'select') {
    return [...(field as HTMLSelectElement).selectedOptions].map((option) => option.label.trim()).join(', ')
  }
  if ('value' in field) return String(field.value)
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would join the lines of edited text.
  return (field as HTMLElement).innerText.trim()
}
