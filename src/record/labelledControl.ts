const OWN = 'a[href], button, input, select, textarea, summary'

/** The control that a click on `element` reaches through a label, or null: what is interactive in a label keeps its clicks. */
export function labelledControl(element: Element): Element | null {
  const label = element.closest('label')
  const inner = element.closest(OWN)
  return inner && label?.contains(inner) ? null : (label?.control ?? null)
}
