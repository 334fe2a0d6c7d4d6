import { ownElements } from './ownElements.ts'

/** A place for something of ours in a corner of the page. */
export interface Corner {
  /** Where to draw. */
  root: HTMLElement
  isOpen(): boolean
  close(): void
}

/** A sheet made here passes every policy of the page's. Firefox lets no content script adopt one: an element then. */
function dress(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    shadow.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = css
    shadow.append(style)
  }
}

/**
 * Opens a corner of the page, in a closed shadow root that no style or script of the page reaches: it lies outside of the
 * body, takes no room and no focus, and writes nothing into any element that is the page's.
 */
export function openCorner(document: Document, name: string, css: string): Corner {
  const host = document.createElement(name)
  ownElements().add(host)
  const shadow = host.attachShadow({ mode: 'closed' })
  dress(shadow, css)
  const root = document.createElement('div')
  root.className = 'corner'
  shadow.append(root)
  document.documentElement.append(host)
  return { root, isOpen: () => host.isConnected, close: () => host.remove() }
}
