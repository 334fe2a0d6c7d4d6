/**
 * The language of `Observation.context`, read back.
 *
 * A context is simplified HTML written by `src/page`. Every region and every interactive element carries
 * `name="leaf"`; an element's full name is the names of the named elements around it and its own, joined by
 * dots. `click_type="…"` on a region holds for all inside it until one says otherwise; without any it is
 * `other`. Interactive elements are `a`, `button`, `input`, `select`, `textarea`, never nested in one another.
 * `<`, `>`, `&` and `"` are escaped. `<option>` rows of a select stand inside it, the chosen one with `selected`.
 */
import type { ClickType } from './clickType.ts'

/** An interactive element of a context. `text` is its readable content or label; `attributes` as written. */
export interface ContextElement {
  name: string
  tag: 'a' | 'button' | 'input' | 'select' | 'textarea'
  click_type: ClickType
  text: string
  attributes: Record<string, string>
  /** 0-based order in the page. */
  index: number
}

const INTERACTIVE = new Set(['a', 'button', 'input', 'select', 'textarea'])
const VOID = new Set(['input', 'img', 'br', 'hr'])
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }

const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39);/g, (_, entity: string) => ENTITIES[entity] ?? '')

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const match of source.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) attributes[match[1] ?? ''] = decode(match[2] ?? '')
  return attributes
}

interface Open {
  tag: string
  path: string
  click_type: ClickType
  element: ContextElement | null
}

/**
 * Reads the interactive elements out of a context, in page order.
 *
 * Linear in the context's length; ill-formed markup never throws, it only yields fewer elements.
 */
export function parseContext(context: string): ContextElement[] {
  const elements: ContextElement[] = []
  const stack: Open[] = [{ tag: '', path: '', click_type: 'other', element: null }]
  for (const token of context.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g)) {
    const [, closing, tag, attributeSource, text] = token
    const top = stack[stack.length - 1] as Open
    if (text !== undefined) {
      if (top.element) top.element.text = `${top.element.text} ${decode(text).trim()}`.trim()
    } else if (tag && closing) {
      const depth = stack.findLastIndex((open) => open.tag === tag)
      if (depth > 0) stack.length = depth
    } else if (tag) {
      const attributes = readAttributes(attributeSource ?? '')
      const leaf = attributes.name
      const path = leaf ? (top.path ? `${top.path}.${leaf}` : leaf) : top.path
      const click_type = (attributes.click_type as ClickType | undefined) ?? top.click_type
      let element = top.element
      if (leaf && INTERACTIVE.has(tag) && !element) {
        element = {
          name: path,
          tag: tag as ContextElement['tag'],
          click_type,
          text: attributes.label ?? '',
          attributes,
          index: elements.length,
        }
        elements.push(element)
      }
      if (!VOID.has(tag)) stack.push({ tag, path, click_type, element })
    }
  }
  return elements
}
