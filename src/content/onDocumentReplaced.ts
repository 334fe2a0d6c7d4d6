/**
 * Calls `task` when the document gets another root element: `document.open` leaves the document, but takes every
 * listener away from it and its window.
 */
export function onDocumentReplaced(document: Document, task: () => void, signal: AbortSignal): void {
  let root = document.documentElement
  const observer = new MutationObserver(() => {
    if (document.documentElement === root) return
    if (root && document.documentElement) task()
    root = document.documentElement ?? root
  })
  observer.observe(document, { childList: true })
  signal.addEventListener('abort', () => observer.disconnect())
}
