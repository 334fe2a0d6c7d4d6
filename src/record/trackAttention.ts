import { isPrerendering } from './isPrerendering.ts'
import type { RecordContext } from './port.ts'

/** Whole milliseconds since the last step: all of them, with the tab in front, with its window in front as well. */
export interface AttentionSpan {
  dwell_ms: number
  visible_ms: number
  focused_ms: number
}

const none = (): AttentionSpan => ({ dwell_ms: 0, visible_ms: 0, focused_ms: 0 })

/**
 * Measures how long the document was looked at, and returns what hands out the time since it was last asked. Time in
 * the back-forward cache, or rendered ahead, does not count; nor does a clock that is set back.
 */
export function trackAttention(context: Pick<RecordContext, 'window' | 'listen' | 'now'>, signal: AbortSignal) {
  const { window, listen, now } = context
  const { document } = window
  let span = none()
  let at = now()
  let isVisible = false
  let isFocused = false

  /** Adds the time since the last look to what held then. */
  function count(): void {
    const time = now()
    const passed = Math.max(0, time - at)
    at = time
    span.dwell_ms += passed
    if (isVisible) span.visible_ms += passed
    if (isFocused) span.focused_ms += passed
    isVisible = document.visibilityState === 'visible' && !isPrerendering(document)
    isFocused = isVisible && document.hasFocus()
  }

  function begin(): void {
    count()
    span = none()
  }

  begin()
  listen(['visibilitychange', 'focus', 'blur', 'focusin', 'pointerdown', 'keydown'], count, signal)
  listen(['pageshow'], (event) => event.persisted && begin(), signal)
  document.addEventListener('prerenderingchange', begin, { signal })

  return function take(): AttentionSpan {
    count()
    const taken = span
    span = none()
    return taken
  }
}
