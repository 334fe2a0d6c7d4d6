import { collapse } from '../text/collapse.ts'
import { attributeOf, tagOf } from './dom.ts'
import { textOf } from './textOf.ts'

/** What the page's author calls an element: aria-labelledby, then aria-label; empty where neither says anything. */
export function ariaLabelOf(element: Element): string {
  const ids = attributeOf(element, 'aria-labelledby')
  if (ids) {
    const root = element.getRootNode() as Document | ShadowRoot
    const text = ids
      .split(/\s+/, 4)
      .map((id) => (id ? root.querySelector?.(`[id="${CSS.escape(id)}"]`) : null))
      .map((target) =>
        target && target !== element ? textOf(target) || (attributeOf(target, 'aria-label') ?? '') : '',
      )
      .join(' ')
    if (text.trim()) return collapse(text)
  }
  return collapse(attributeOf(element, 'aria-label') ?? '').slice(0, 300)
}

/** Text of the `<label>`s of a field. */
function textOfLabels(field: Element): string {
  const labels = (field as HTMLInputElement).labels
  if (!labels?.length) return ''
  return [...labels]
    .slice(0, 3)
    .map((label) => textOf(label))
    .join(' ')
    .trim()
}

/**
 * What a field is called, by a light version of the accessible name computation
 * (https://www.w3.org/TR/accname-1.2/): aria-labelledby, aria-label, label, alt, title, placeholder.
 */
export function fieldLabelOf(field: Element): string {
  return (
    ariaLabelOf(field) ||
    (tagOf(field).includes('-') ? '' : textOfLabels(field)) ||
    collapse(
      attributeOf(field, 'alt') ||
        attributeOf(field, 'title') ||
        attributeOf(field, 'placeholder') ||
        attributeOf(field, 'aria-placeholder') ||
        '',
    )
  )
}
