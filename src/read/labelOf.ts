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

/** The labels of each field, by the root that both lie in: asking every field for its own walks the page each time. */
let labels = new WeakMap<Node, Map<Element, Element[]>>()

/** Call it before fields are read: labels come and go. */
export function forgetLabels(): void {
  labels = new WeakMap()
}

/** The `<label>`s of a field, in the order of the page. */
export function labelsOf(field: Element): readonly Element[] {
  const root = field.getRootNode()
  let known = labels.get(root)
  if (!known) {
    known = new Map()
    for (const label of (root as Partial<ParentNode>).querySelectorAll?.('label') ?? []) {
      const { control } = label
      if (!control) continue
      const of = known.get(control)
      if (of) of.push(label)
      else known.set(control, [label])
    }
    labels.set(root, known)
  }
  return known.get(field) ?? []
}

/** Text of the `<label>`s of a field. */
function textOfLabels(field: Element): string {
  return labelsOf(field)
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
