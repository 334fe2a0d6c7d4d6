import type { CurrentPage, Emit, ObserverContext } from './port.ts'

/** Scrolling is over after so many milliseconds of rest. */
const REST_MS = 300
/** Scrolling that begins within so many milliseconds of a wheel, touch or key is the participant's. */
const INTENT_MS = 1500
const KEYS = new Set(['PageDown', 'PageUp', 'Home', 'End', 'ArrowDown', 'ArrowUp', ' '])

interface Burst {
  scroller: Element
  from: number
  to: number
  page: CurrentPage | null
  at: number
}

/**
 * Records one `scroll` for a whole movement of the page, or of a part that fills most of it: where it began, where it
 * came to rest. Only what a wheel, finger, key or scroll bar began: pages scroll by themselves too. What is still
 * moving is recorded before the next action, and when the page goes.
 */
export function observeScroll(context: ObserverContext, emit: Emit, signal: AbortSignal): void {
  const { window, listen } = context
  const tops = new WeakMap<Element, number>()
  let burst: Burst | null = null
  let timer = 0
  let intendedAt = Number.NEGATIVE_INFINITY
  let isHeld = false

  function finish(): void {
    window.clearTimeout(timer)
    if (!burst) return
    const { scroller, from, to, page, at } = burst
    burst = null
    const page_height = Math.round(scroller.scrollHeight)
    if (from !== to) emit({ type: 'scroll', from, to, page_height }, page, at)
  }

  function rest(): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(finish, REST_MS)
  }

  function intend(event: Event): void {
    intendedAt = event.timeStamp
  }

  listen(['wheel', 'touchmove'], intend, signal)
  listen(
    ['keydown'],
    (event) => {
      if (KEYS.has(event.key)) intend(event)
    },
    signal,
  )
  listen(
    ['pointerdown'],
    (event) => {
      isHeld = event.button === 1 || isOnScrollBar(event)
    },
    signal,
  )
  listen(
    ['pointermove', 'pointerup'],
    (event) => {
      if (isHeld && event.buttons === 0) {
        isHeld = false
        intend(event)
      }
    },
    signal,
  )

  listen(
    ['scroll'],
    (event) => {
      const scroller = scrollerOf(event, window)
      if (!scroller) return
      const to = Math.max(0, Math.round(scroller.scrollTop))
      const from = tops.get(scroller) ?? 0
      tops.set(scroller, to)
      if (burst?.scroller !== scroller) {
        if (!isHeld && event.timeStamp - intendedAt > INTENT_MS) return
        finish()
        const page = context.current()
        if (!context.mayRecord(page)) return
        burst = { scroller, from, to, page, at: 0 }
      }
      burst.to = to
      burst.at = context.now()
      rest()
    },
    signal,
  )
  listen(['scrollend'], () => burst && rest(), signal)
  listen(['pagehide'], finish, signal)
  context.beforeEach((happening) => {
    if (burst) intendedAt = window.performance.now()
    finish()
    // What moves right after a click is the page's answer to it.
    if (happening.type === 'click' || happening.type === 'type_and_submit') intendedAt = Number.NEGATIVE_INFINITY
  })
  signal.addEventListener('abort', () => window.clearTimeout(timer))
}

/** What an event scrolled, if it is the page or fills at least half of the window's width and height. */
function scrollerOf(event: Event, window: Window): Element | null {
  const target = event.composedPath()[0] as Node
  if (target.nodeType === 9) return window.document.scrollingElement
  const { clientWidth, clientHeight } = target as Element
  return clientWidth * 2 >= window.innerWidth && clientHeight * 2 >= window.innerHeight ? (target as Element) : null
}

function isOnScrollBar(event: PointerEvent): boolean {
  const target = event.composedPath()[0] as Element
  const { left, top } = target.localName === 'html' ? { left: 0, top: 0 } : target.getBoundingClientRect()
  return (
    event.clientX - left - target.clientLeft >= target.clientWidth &&
    target.scrollHeight > target.clientHeight &&
    event.clientY >= top
  )
}
