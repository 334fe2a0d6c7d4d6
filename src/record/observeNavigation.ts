import { cutText } from './cutText.ts'
import { howReached, travelled } from './howReached.ts'
import { isPrerendering } from './isPrerendering.ts'
import type { Emit, ObserverContext } from './port.ts'

/**
 * Records how this document was reached, every return to it from the back-forward cache, and every change of its
 * address without a new document. A page that merely rewrites its address is recorded where the scrubbed address differs.
 */
export function observeNavigation(context: ObserverContext, emit: Emit, signal: AbortSignal): void {
  const { window, listen, privacy } = context
  const { document, navigation } = window
  const address = () => cutText(privacy.scrubUrl(window.location.href), 2000)
  let href = window.location.href
  let to = address()
  let hasArrived = false

  /** A page rendered ahead is reached when it is shown; other things may be told before. */
  function arrive(): void {
    if (hasArrived || isPrerendering(document)) return
    hasArrived = true
    emit({ type: 'navigate', how: howReached(window), to }, null)
  }
  document.addEventListener('prerenderingchange', arrive, { signal })
  context.beforeEach(arrive)
  arrive()

  listen(
    ['pageshow'],
    (event) => {
      if (!event.persisted) return
      const how = travelled(navigation?.activation?.from, navigation?.activation?.entry)
      emit({ type: 'navigate', how, to: address() }, context.latest())
    },
    signal,
  )

  navigation?.addEventListener(
    'currententrychange',
    ({ navigationType, from }) => {
      arrive()
      const last = { href, to }
      href = window.location.href
      to = address()
      if (!hasArrived || !navigationType || href === last.href) return
      if (navigationType === 'replace' && to === last.to) return
      const how = navigationType === 'traverse' ? travelled(from, navigation.currentEntry) : 'in_page'
      emit({ type: 'navigate', how, to }, context.latest())
    },
    { signal },
  )
}
