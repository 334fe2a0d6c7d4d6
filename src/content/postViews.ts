import type { PageView } from '../read/port.ts'

export interface ViewPosts {
  /** The page looks like this now. */
  seen(view: PageView): void
  /** Number of the view in its document, for an action that refers to it: posted by then. */
  numberOf(view: PageView): number
}

/** Age of a document up to which it may still be building up, ms: what it is on the way is nobody's page. */
const BUILT_MS = 1500
/** How long a view stands until then before it is posted by itself, ms. */
const SETTLED_MS = 300
/** The same for a document's first, which may also be its last. */
const FIRST_SETTLED_MS = 80

/**
 * Numbers the views of a document and posts each once, before an action that refers to it.
 *
 * What is predicted next belongs to the page posted last, so only the page that the participant is at posts by itself,
 * once it has settled: not a hidden tab, which waits until it is shown, and not a frame, which waits for an action. A
 * page that they come back to, from another tab, window, frame or document, posts its view again, under the same number.
 */
export function postViews(
  window: Window,
  isFrame: boolean,
  post: (observation_no: number, view: PageView) => void,
  signal: AbortSignal,
): ViewPosts {
  const { document } = window
  const numbers = new WeakMap<PageView, number>()
  let count = 0
  let latest: PageView | null = null
  let isAway = false
  let settling = 0
  const isShown = (): boolean => document.visibilityState === 'visible'

  function numberOf(view: PageView): number {
    latest = view
    const known = numbers.get(view)
    if (known !== undefined) return known
    numbers.set(view, count)
    post(count, view)
    return count++
  }

  function comeBack(): void {
    if (!isAway || !latest || !isShown()) return
    isAway = false
    const known = numbers.get(latest)
    if (known === undefined) numberOf(latest)
    else post(known, latest)
  }

  if (!isFrame) {
    isAway = !isShown()
    document.addEventListener(
      'visibilitychange',
      () => {
        isAway ||= !isShown()
        comeBack()
      },
      { signal },
    )
    window.addEventListener('blur', () => (isAway = true), { signal })
    window.addEventListener('focus', comeBack, { signal })
  }

  return {
    seen(view) {
      latest = view
      if (isFrame) return
      window.clearTimeout(settling)
      const post = (): void => {
        if (latest === view && !signal.aborted && isShown()) numberOf(view)
      }
      if (window.performance.now() > BUILT_MS) post()
      else settling = window.setTimeout(post, count === 0 ? FIRST_SETTLED_MS : SETTLED_MS)
    },
    numberOf,
  }
}
