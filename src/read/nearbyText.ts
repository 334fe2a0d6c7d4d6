import { collapse } from '../text/collapse.ts'
import { attributeOf, nodeTypeOf, parentOf, previousSiblingOf, tagOf } from './dom.ts'
import { textOf } from './textOf.ts'

/** A label is short; further out stands something else's. */
const LONGEST = 40
const LEVELS = 3

/** The text right before a field, which a person takes for its label where the markup names none; empty where it is long. */
function textBefore(field: Element): string {
  let node: Node | null = field
  for (let level = 0; node && level < LEVELS; level++) {
    for (let before = previousSiblingOf(node); before; before = previousSiblingOf(before)) {
      const type = nodeTypeOf(before)
      const text = type === 3 ? collapse(before.nodeValue ?? '') : type === 1 ? textOf(before, LONGEST + 1) : ''
      if (text) return text.length > LONGEST ? '' : text
    }
    node = parentOf(node)
    if (node && (nodeTypeOf(node) !== 1 || /^(?:form|body|main|section)$/.test(tagOf(node as Element)))) return ''
  }
  return ''
}

/** What stands about a field without being its label: the text before it, and what describes it. */
export function nearbyText(field: Element): string {
  const root = field.getRootNode() as Document | ShadowRoot
  const ids = (attributeOf(field, 'aria-describedby') ?? '').split(/\s+/, 4)
  const texts = ids.map((id) => (id ? root.querySelector?.(`[id="${CSS.escape(id)}"]`) : null))
  return [textBefore(field), ...texts.map((source) => (source ? textOf(source, LONGEST) : ''))].join(' ').trim()
}
