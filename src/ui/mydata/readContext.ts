/** A part of a page as it was kept: a region with what stands in it, something to press or fill in, or text. */
export interface ContextNode {
  kind: 'region' | 'link' | 'button' | 'field' | 'text'
  /** What is read there; of a region its name in words. */
  label: string
  children: ContextNode[]
}

const KINDS: Record<string, ContextNode['kind']> = {
  a: 'link',
  button: 'button',
  input: 'field',
  select: 'field',
  textarea: 'field',
}
const VOID = new Set(['input', 'img', 'br', 'hr'])
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g

const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39);/g, (_, entity: string) => ENTITIES[entity] ?? '')

const inWords = (name: string): string => name.replaceAll('_', ' ').trim()

function readAttributes(source: string): Map<string, string> {
  const found = [...source.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
  return new Map(found.map(([, name = '', value = '']) => [name, decode(value)]))
}

/** What a control says of itself before its text: its label, and what it holds. */
function saidBy(attributes: Map<string, string>): string {
  const said = ['label', 'placeholder', 'value', 'alt'].flatMap((name) => attributes.get(name) || [])
  if (attributes.has('checked') || attributes.has('selected')) said.push('✓')
  return said.join(' · ')
}

interface Open {
  tag: string
  node: ContextNode
}

/**
 * Reads a context (the language of `schemas/parseContext.ts`) as a tree to be shown: regions by name, controls and texts
 * in page order. Linear; ill-formed markup never throws, it only yields a flatter tree.
 */
export function readContext(context: string): ContextNode[] {
  const root: ContextNode = { kind: 'region', label: '', children: [] }
  const stack: Open[] = [{ tag: '', node: root }]
  for (const [, closing, tag, source, raw] of context.matchAll(TOKEN)) {
    const { node } = stack[stack.length - 1] as Open
    if (raw !== undefined) {
      const text = decode(raw).replace(/\s+/g, ' ').trim()
      if (text && node.kind === 'region') node.children.push({ kind: 'text', label: text, children: [] })
      else if (text) node.label = [node.label, text].filter(Boolean).join(' ')
    } else if (tag && closing) {
      const depth = stack.findLastIndex((open) => open.tag === tag)
      if (depth > 0) stack.length = depth
    } else if (tag) {
      const attributes = readAttributes(source ?? '')
      const name = inWords(attributes.get('name') ?? '')
      let inside = node
      if (node.kind !== 'region') node.label = [node.label, saidBy(attributes)].filter(Boolean).join(' ')
      else if (KINDS[tag] || name) {
        const label = KINDS[tag] ? saidBy(attributes) : name
        inside = { kind: KINDS[tag] ?? 'region', label, children: [] }
        node.children.push(inside)
        // Where nothing else says what it is, its name does.
        if (KINDS[tag] && !label) unnamed.set(inside, name)
      }
      if (!VOID.has(tag)) stack.push({ tag, node: inside })
    }
  }
  return settle(root.children)
}

const unnamed = new WeakMap<ContextNode, string>()

/** Gives a control without any text its name, and leaves empty regions out. */
function settle(nodes: readonly ContextNode[]): ContextNode[] {
  return nodes.flatMap((node) => {
    const children = settle(node.children)
    if (node.kind === 'region' && children.length === 0) return []
    return [{ ...node, label: node.label || unnamed.get(node) || '', children }]
  })
}
