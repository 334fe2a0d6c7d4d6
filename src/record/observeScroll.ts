import type { CurrentPage, Emit, ObserverContext } from './port.ts'

/** A movement is over so many milliseconds after `scrollend`, if no other follows. */
const REST_MS = 300
/** Or so many after the last `scroll`: not every browser tells every end. */
const LONG_REST_MS = 1000
/** Scrolling that begins within so many milliseconds of a wheel, touch or key is the participant's. */
const INTENT_MS = 1500
const KEYS = /^(Page|Arrow)(Up|Down)$|^(Home|End| )$/

/**
 * Records one `scroll` for a whole movement of the page, or of a part that fills most of it: where it began, where it
 * came to rest. Only what a wheel, a finger, a key or a held pointer began: pages scroll by themselves too. What is
 * still moving is recorded before the next action, and when the page goes.
 */
export function observeScroll(context: ObserverContext, emit: Emit, signal: AbortSignal): void {
  const { window, listen } = context
  const tops = new WeakMap<Element, number>()
  let moving: { scroller: Element; from: number; to: number; page: CurrentPage | null; at: number } | null = null
  let timer = 0
  let intendedAt = Number.NEGATIVE_INFINITY
  let isHeld = false

  function finish(): void {
    window.clearTimeout(timer)
    if (!moving) return
    const { scroller, from, to, page, at } = moving
    moving = null
    if (from !== to) emit({ type: 'scroll', from, to, page_height: scroller.scrollHeight }, page, at)
  }

  function finishAfter(ms: number): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(finish, ms)
  }

  listen(
    ['wheel', 'touchmove', 'keydown'],
    (event) => {
      if (!('key' in event) || KEYS.test(event.key)) intendedAt = event.timeStamp
    },
    signal,
  )
  listen(
    ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'],
    (event) => {
      isHeld = event.buttons > 0
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
      if (moving?.scroller !== scroller) {
        if (!isHeld && event.timeStamp - intendedAt > INTENT_MS) return
        finish()
        const page = context.current()
        if (page === undefined) return
        moving = { scroller, from, to, page, at: 0 }
      }
      moving.to = to
      moving.at = context.now()
      finishAfter(LONG_REST_MS)
    },
    signal,
  )
  listen(['scrollend'], () => finishAfter(REST_MS), signal)
  listen(['pagehide'], finish, signal)
  context.beforeEach(({ type }) => {
    if (moving) intendedAt = window.performance.now()
    finish()
    // What moves right after a click is the page's answer to it.
    if (type === 'click' || type === 'type_and_submit') intendedAt = Number.NEGATIVE_INFINITY
  })
}

/** What an event scrolled, if it is the page or fills at least half of the window's width and height. */
function scrollerOf(event: Event, window: Window): Element | null {
  const target = event.composedPath()[0] as Node
  if (target.nodeType === 9) return window.document.scrollingElement
  const { clientWidth, clientHeight } = target as Element
  return clientWidth * 2 >= window.innerWidth && clientHeight * 2 >= window.innerHeight ? (target as Element) : null
}
