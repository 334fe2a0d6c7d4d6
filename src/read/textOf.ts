import { collapse } from '../text/collapse.ts'
import { attributeOf, dataOf, firstChildOf, nextSiblingOf, nodeTypeOf, tagOf } from './dom.ts'

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'select', 'svg', 'input', 'button'])

/**
 * Text inside `root`, pictures by their `alt`, without fields and scripts, shown or not: what a label says.
 * Stops after `longest` UTF-16 units.
 */
export function textOf(root: Node, longest = 300): string {
  let text = ''
  const stack: (Node | null)[] = [firstChildOf(root)]
  while (stack.length > 0 && text.length < longest) {
    const node = stack.pop()
    if (!node) continue
    stack.push(nextSiblingOf(node))
    const type = nodeTypeOf(node)
    if (type === 3) text += dataOf(node).slice(0, longest * 2)
    else if (type === 1 && !SILENT.has(tagOf(node as Element))) {
      if (tagOf(node as Element) === 'img') text += ` ${attributeOf(node as Element, 'alt') ?? ''} `
      else stack.push(firstChildOf(node))
      text += ' '
    }
  }
  return collapse(text).slice(0, longest)
}
