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

  function arrive(): void {
    emit({ type: 'navigate', how: howReached(window), to }, null)
  }
  // A page rendered ahead is reached when it is shown.
  if (isPrerendering(document)) document.addEventListener('prerenderingchange', arrive, { once: true, signal })
  else arrive()

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
      const last = { href, to }
      href = window.location.href
      to = address()
      if (!navigationType || href === last.href) return
      if (navigationType === 'replace' && to === last.to) return
      const how = navigationType === 'traverse' ? travelled(from, navigation.currentEntry) : 'in_page'
      emit({ type: 'navigate', how, to }, context.latest())
    },
    { signal },
  )
}
