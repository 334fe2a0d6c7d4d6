/** Frames without an address of their own stand for the page that wrote them. */
const WITHOUT_ADDRESS = /^(?:about|blob|data):/

/** The address of a document, or of the page around it where it has none; its own where that page is another site's. */
export function addressOf(window: Window): string {
  let at = window
  while (WITHOUT_ADDRESS.test(at.location.href) && at.parent !== at) {
    try {
      void at.parent.location.href
    } catch {
      break
    }
    at = at.parent
  }
  return at.location.href
}
