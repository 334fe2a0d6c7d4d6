/** What names a control in its markup, at the least. */
const NAMING = ['href', 'name', 'id', 'role', 'aria-label']
const CONTROL = /^(?:a|button|input|select|textarea)$/

function read(element: Element, into: unknown[]): void {
  if (!element.checkVisibility()) return
  const tag = element.localName
  if (tag === 'script' || tag === 'style') return
  if (CONTROL.test(tag)) into.push([tag, ...NAMING.map((name) => element.getAttribute(name))])
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) read(child as Element, into)
    else if (child.nodeType === 3) {
      const { data } = child as Text
      if (data.trim() !== '') into.push(data)
    }
  }
}

/**
 * The least that reading a page can be: asks every element that shows whether it shows, takes the texts in it and five
 * attributes of its controls, and writes that as JSON. It understands nothing, scrubs nothing and knows nothing of shadow
 * roots. Between two marks.
 *
 * @returns length of the JSON.
 */
export function least(): number {
  performance.mark('bench-least')
  const found: unknown[] = []
  read(document.body, found)
  const { length } = JSON.stringify(found)
  performance.mark('bench-leasted')
  return length
}
