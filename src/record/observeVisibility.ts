import { isPrerendering } from './isPrerendering.ts'
import type { Emit, ObserverContext } from './port.ts'

/**
 * Records the tab being shown and hidden, from the second state on. A page that is left is hidden too: that comes after
 * its `pagehide`, and being shown again before its `pageshow`, so what lies between the two is navigation.
 */
export function observeVisibility(context: ObserverContext, emit: Emit, signal: AbortSignal): void {
  const { document } = context.window
  const read = () => (isPrerendering(document) ? 'visible' : document.visibilityState)
  let isAway = false
  let state = read()

  context.listen(
    ['pagehide', 'pageshow'],
    (event) => {
      isAway = event.type === 'pagehide'
      state = read()
    },
    signal,
  )
  context.listen(
    ['visibilitychange'],
    () => {
      const last = state
      state = read()
      if (isAway || state === last) return
      emit({ type: 'tab', how: state === 'hidden' ? 'hidden' : 'shown' }, context.latest())
    },
    signal,
  )
}
