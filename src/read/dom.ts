/**
 * Reading a page that may not be friendly: an input named `id` or `children` shadows the property of its form, an
 * image named `body` that of the document. Everything goes through the prototypes' own getters.
 */
type Owner = { prototype: object } | undefined

/** The getter `key` of `owner`. Looked up when the module loads; the build tool loads it in Node too, where there is no page. */
function getterOf<T>(owner: Owner, key: string): (this: unknown) => T {
  const getter = owner && Object.getOwnPropertyDescriptor(owner.prototype, key)?.get
  return (getter ?? (() => undefined)) as (this: unknown) => T
}

const { Node: N, Element: E, CharacterData: C, Document: D, HTMLElement: H } = globalThis
const firstChild = getterOf<Node | null>(N, 'firstChild')
const nextSibling = getterOf<Node | null>(N, 'nextSibling')
const previousSibling = getterOf<Node | null>(N, 'previousSibling')
const parentNode = getterOf<Node | null>(N, 'parentNode')
const nodeType = getterOf<number>(N, 'nodeType')
const localName = getterOf<string>(E, 'localName')
const shadowRoot = getterOf<ShadowRoot | null>(E, 'shadowRoot')
const assignedSlot = getterOf<HTMLSlotElement | null>(E, 'assignedSlot')
const data = getterOf<string>(C, 'data')
const body = getterOf<HTMLElement | null>(D, 'body')
const documentElement = getterOf<Element | null>(D, 'documentElement')
const title = getterOf<string>(D, 'title')
const offsetHeight = getterOf<number>(H, 'offsetHeight')
const { getAttribute, checkVisibility, getElementsByTagName, querySelectorAll } = (E?.prototype ?? {}) as Element

export const firstChildOf = (node: Node): Node | null => firstChild.call(node)
export const nextSiblingOf = (node: Node): Node | null => nextSibling.call(node)
export const previousSiblingOf = (node: Node): Node | null => previousSibling.call(node)
export const parentOf = (node: Node): Node | null => parentNode.call(node)
export const nodeTypeOf = (node: Node): number => nodeType.call(node)
export const tagOf = (element: Element): string => localName.call(element)
export const shadowRootOf = (element: Element): ShadowRoot | null => shadowRoot.call(element)
export const dataOf = (text: Node): string => data.call(text)
export const bodyOf = (document: Document): HTMLElement | null => body.call(document)
export const rootOf = (document: Document): Element | null => documentElement.call(document)
export const titleOf = (document: Document): string => title.call(document)
export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name)
/** Layout height in CSS pixels; undefined for elements that are not HTML. */
export const heightOf = (element: Element): number | undefined =>
  H && element instanceof H ? offsetHeight.call(element) : undefined
export const isVisible = (element: Element, options: CheckVisibilityOptions): boolean =>
  checkVisibility.call(element, options)
/** Elements within. */
export const sizeOf = (element: Element): number => getElementsByTagName.call(element, '*').length
/** Every element under `root` that `selector` matches. */
export const selectUnder = (root: Element | ShadowRoot, selector: string): NodeListOf<Element> =>
  nodeType.call(root) === 1 ? selectAll(root as Element, selector) : root.querySelectorAll(selector)
export const selectAll = (element: Element, selector: string): NodeListOf<Element> =>
  querySelectorAll.call(element, selector) as NodeListOf<Element>

/** The element around `node` as it is laid out: through slots and out of open shadow roots. Null at the top. */
export function outerOf(node: Node): Element | null {
  const slot = nodeType.call(node) === 1 ? assignedSlot.call(node) : null
  const parent = slot ?? parentNode.call(node)
  if (!parent) return null
  const type = nodeType.call(parent)
  if (type === 1) return parent as Element
  return type === 11 ? ((parent as ShadowRoot).host ?? null) : null
}
