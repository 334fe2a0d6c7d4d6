/** `element.closest(selector)`, going on at the host where a shadow root ends. */
export function closestDeep(element: Element | null, selector: string): Element | null {
  for (let from = element; from; from = hostOf(from)) {
    const found = from.closest(selector)
    if (found) return found
  }
  return null
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return 'host' in root ? (root as ShadowRoot).host : null
}
