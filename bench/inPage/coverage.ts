import type { ObservedPage } from './observe.ts'
import { visibleControls } from './visibleControls.ts'

export interface Coverage {
  viewport: { named: number; visible: number }
  page: { named: number; visible: number }
  /** Names that two controls with different addresses share. */
  shared: string[]
  /** Descriptions of what has no name. */
  unnamed: string[]
}

const describe = (element: Element): string => {
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40)
  return `${element.localName}${element.id ? `#${element.id}` : ''} ${element.getAttribute('type') ?? ''} "${text}"`
}

const addressOf = (element: Element): string =>
  element instanceof HTMLAnchorElement ? element.origin + element.pathname + element.search : ''

/** How many of the controls that show have a name, and whether a name leads to one place. */
export function coverageOf(view: ObservedPage): Coverage {
  const coverage: Coverage = {
    viewport: { named: 0, visible: 0 },
    page: { named: 0, visible: 0 },
    shared: [],
    unnamed: [],
  }
  const addresses = new Map<string, string>()
  for (const { element, inViewport } of visibleControls()) {
    const owner = view.elementOf(element)
    const name = owner && view.nameOf(owner)?.name
    coverage.page.visible++
    if (inViewport) coverage.viewport.visible++
    if (!name) {
      coverage.unnamed.push(describe(element))
      continue
    }
    coverage.page.named++
    if (inViewport) coverage.viewport.named++
    const address = addressOf(element)
    const known = addresses.get(name)
    if (address && known && known !== address && !coverage.shared.includes(name)) coverage.shared.push(name)
    if (address && !known) addresses.set(name, address)
  }
  return coverage
}
