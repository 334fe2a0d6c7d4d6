/** What names a field or control to a person: labels, aria-labelledby, aria-label, placeholder and title, joined by spaces. */
export function labelText(element: Element): string {
  const { labels } = element as Partial<Pick<HTMLInputElement, 'labels'>>
  const root = element.getRootNode() as Document
  const referred = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => root.getElementById?.(id))
  const texts = [
    ...[...(labels ?? []), ...referred].map((source) => source?.textContent),
    ...['aria-label', 'placeholder', 'title'].map((attribute) => element.getAttribute(attribute)),
  ]
  return texts.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim()
}
