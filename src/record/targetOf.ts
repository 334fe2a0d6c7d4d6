/** The innermost element an event happened on: inside open shadow roots too, where `event.target` is the host. */
export function targetOf(event: Event): Element | null {
  const node = event.composedPath()[0] as Node | undefined
  return node?.nodeType === 1 ? (node as Element) : null
}
