import { attributeOf, rootOf, selectAll } from './dom.ts'

/** og:type, and the types named in microdata and JSON-LD, lower case. */
export function declaredTypes(document: Document): string {
  const root = rootOf(document)
  if (!root) return ''
  const og = selectAll(root, 'meta[property="og:type"]')[0]
  const types = [og ? (attributeOf(og, 'content') ?? '') : '']
  for (const script of [...selectAll(root, 'script[type="application/ld+json"]')].slice(0, 10)) {
    const text = (script.textContent ?? '').slice(0, 20_000)
    for (const match of [...text.matchAll(/"@type"\s*:\s*"(\w+)"/g)].slice(0, 3)) types.push(match[1] as string)
  }
  const scopes = selectAll(root, '[itemtype$="schema.org/Product"]')
  if (scopes.length === 1) types.push('product')
  return types.join(' ').toLowerCase()
}
