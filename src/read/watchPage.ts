import { afterPaint } from './afterPaint.ts'
import { outerOf, sizeOf } from './dom.ts'
import { forgetAround, forgetMutated, forgetWithin } from './invalidate.ts'
import type { PageView, ReadOptions } from './port.ts'
import { PageReader } from './readPage.ts'
import type { View } from './view.ts'
import { yieldToPage } from './yieldToPage.ts'

export interface PageWatcher {
  /**
   * The page before an action; call it before the action takes effect. The page as it is now, where that is the newest
   * picture or little work away. A big page, or one that has changed a lot, is not held up: then it is the newest
   * picture there is, which holds for all that was there when it was taken. Never a picture of what comes after.
   */
  current(): PageView
  /** The options have changed: what is there is looked at again. */
  again(): void
}

/** Quiet time after a change before the page is looked at, milliseconds. */
const QUIET = 60
/** The same after an action: what it changed is drawn by then, and the next action is not there yet. */
const SOON = 24
/** Longest time that a page which never rests goes without a look. */
const PATIENCE = 1000
/** Looks at a page that nobody touches that come without delay; each one more waits twice as long, up to `SELDOM`. */
const PROMPT = 3
/** Longest wait between two looks at a page that changes while nobody touches it, as one with a countdown does. */
const SELDOM = 4000
/** Looking may take this share of the time at most: one part in so many. */
const SHARE = 12
/** Nodes up to which what changed is read at once, while an action waits. */
const FEW_NODES = 3000
/** Controls up to which a page is written at once. */
const FEW_CONTROLS = 1500
/** Longest piece of work at a time. */
const SLICE = 8

/** Properties whose transition can show or hide something: buttons fade from colour to colour all the time. */
const SHOWING = /opacity|visibility|display|height/
const WATCHED: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true }
const INTERACTIVE =
  'a[href],button,input,select,textarea,summary,label,[role],[onclick],[tabindex]:not([tabindex="-1"]),[contenteditable]'
/** Elements in what is read anew around something that came into sight, at most. */
const NEARBY = 300

/**
 * Watches a page and hands every new picture of it to `onView`, until `signal` aborts.
 *
 * Looks after loading, mutations (in open shadow roots too), scrolling, hovering over something new, and navigation
 * within the page; in slices, and never more than a small share of the time. A page that looks the same as before
 * gives no new view.
 */
export function watchPage(
  document: Document,
  options: ReadOptions,
  onView: (view: PageView) => void,
  signal: AbortSignal,
): PageWatcher {
  const window = document.defaultView as Window & typeof globalThis
  const pages = new PageReader(document, options)
  const roots = new WeakSet<Node>()
  let view: View | null = null
  let seenUrl = ''
  let changes = 1
  let seenChanges = 0
  let timer = 0
  let since = 0
  let cost = 0
  let looking = false
  /** What changed while a look was under way: the look keeps what it had read of it before. */
  let during: MutationRecord[] = []
  /** The participant has acted since the last look: they may act again soon, and the picture is to be ready then. */
  let hasActed = false
  /** Looks since the participant last did anything, and when the last was. */
  let untouched = 0
  let lookedAt = 0

  const mutations = new MutationObserver(take)

  function take(records: MutationRecord[]): void {
    if (records.length === 0) return
    if (looking) during.push(...records)
    if (!forgetMutated(records, pages.kept)) pages.forget()
    touch()
  }

  function touch(): void {
    changes++
    schedule()
  }

  const now = (): number => window.performance.now()
  const { scheduling } = window.navigator as { scheduling?: { isInputPending?(): boolean } }
  const isInputWaiting = (): boolean => scheduling?.isInputPending?.() === true

  function schedule(): void {
    if (signal.aborted || looking) return
    if (timer === 0) since = now()
    // A page so big that an action never waits for a look is looked at no sooner for having been acted on.
    const isEager = hasActed && pages.controls <= FEW_CONTROLS
    const pause = untouched < PROMPT ? 0 : Math.min(SELDOM, PATIENCE * 2 ** (untouched - PROMPT))
    const rest = isEager ? SOON : Math.max(QUIET, cost * SHARE, lookedAt + pause - now())
    const most = Math.max(PATIENCE, rest) - (now() - since)
    window.clearTimeout(timer)
    // What an action changed is drawn first.
    const look = isEager ? () => afterPaint(window, lookInSlices) : lookInSlices
    timer = window.setTimeout(look, Math.max(0, Math.min(rest, most)))
  }

  /** Follows shadow roots that the last reading came upon. */
  function follow(): void {
    for (const root of pages.shadowRoots.splice(0)) {
      if (roots.has(root)) continue
      roots.add(root)
      mutations.observe(root, WATCHED)
    }
  }

  function accept(next: View, at: number): View {
    // A look in slices may end after a later one was made at once.
    if (view && at <= seenChanges) return view
    seenChanges = at
    seenUrl = options.url ?? window.location.href
    follow()
    if (view?.adopt(next)) return view
    view = next
    onView(next)
    return next
  }

  async function lookInSlices(): Promise<void> {
    window.clearTimeout(timer)
    timer = 0
    if (signal.aborted || looking || changes === seenChanges) return
    looking = true
    try {
      take(mutations.takeRecords())
      const at = changes
      hasActed = false
      untouched++
      lookedAt = now()
      let busy = 0
      let start = now()
      const isOver = (): boolean => now() - start > SLICE || isInputWaiting()
      const reader = pages.reader()
      while (reader && !reader.run(isOver)) {
        busy += now() - start
        await yieldToPage()
        if (signal.aborted) return
        start = now()
      }
      const steps = pages.finishInSteps(reader)
      let step = steps.next()
      while (!step.done) {
        if (isOver()) {
          busy += now() - start
          await yieldToPage()
          if (signal.aborted) return
          start = now()
        }
        step = steps.next()
      }
      cost = busy + now() - start
      accept(step.value, at)
    } finally {
      looking = false
      if (!forgetMutated(during, pages.kept)) pages.forget()
      during = []
      if (changes !== seenChanges) schedule()
    }
  }

  function current(): View {
    take(mutations.takeRecords())
    const moved = seenUrl !== (options.url ?? window.location.href)
    if (moved) changes++
    if (view && changes === seenChanges) return view
    // Another address is another page: then no earlier picture will do.
    const earlier = moved ? null : view
    if (earlier && pages.controls > FEW_CONTROLS) return earlier
    const start = now()
    const reader = pages.reader()
    const isRead = !reader || reader.run(() => earlier !== null && reader.nodes > FEW_NODES)
    if (earlier && !isRead) return earlier
    const next = pages.finish(reader)
    cost = now() - start
    return accept(next, changes)
  }

  /** What the pointer came upon and no view holds: shown by a style sheet alone, with no mutation to tell of it. */
  function onPointer(event: Event): void {
    const target = event.composedPath()[0] as Element
    if (target?.nodeType !== 1 || !view || view.elementOf(target)) return
    const found = target.closest(INTERACTIVE)
    if (!found) return
    let top: Element = found
    for (let level = 0; level < 4; level++) {
      const outer = outerOf(top)
      if (!outer || sizeOf(outer) > NEARBY) break
      top = outer
    }
    if (sizeOf(top) <= NEARBY) forgetWithin(top, pages.kept)
    forgetAround(top, pages.kept, new Set())
    touch()
  }

  /** What was typed is in the next picture, but no reason to take one. */
  function onField(event: Event): void {
    if (event.type === 'transitionend' && !SHOWING.test((event as TransitionEvent).propertyName)) return
    const target = event.composedPath()[0] as Element
    if (target?.nodeType !== 1) return
    const around = outerOf(target) ?? target
    forgetWithin(around, pages.kept)
    forgetAround(around, pages.kept, new Set())
    changes++
    if (event.type !== 'input') schedule()
  }

  /** Somebody is there: what has changed in the meantime is looked at without delay. */
  function onTouch({ type, isTrusted }: Event): void {
    if (!isTrusted) return
    hasActed ||= type.endsWith('down')
    const hasWaited = untouched > PROMPT
    untouched = 0
    if (hasWaited && timer !== 0) schedule()
  }

  /** Another address is another page. */
  function onMove(): void {
    untouched = 0
    touch()
  }

  const all = (): void => {
    pages.forget()
    touch()
  }
  const on = (target: EventTarget | undefined, types: string, listener: (event: Event) => void): void => {
    for (const type of types.split(' '))
      target?.addEventListener(type, listener, { capture: true, passive: true, signal })
  }
  on(document, 'pointerover pointerdown focusin', onPointer)
  on(document, 'input change toggle transitionend reset', onField)
  on(document, 'pointerdown keydown pointermove wheel', onTouch)
  on(document, 'load', ({ target }) => {
    if ((target as Element).nodeName === 'LINK') all()
  })
  on(document, 'DOMContentLoaded', touch)
  on(window, 'load resize pageshow', all)
  on(window, 'popstate hashchange', onMove)
  on((window as { navigation?: EventTarget }).navigation, 'navigatesuccess currententrychange', onMove)
  mutations.observe(document, WATCHED)
  signal.addEventListener('abort', () => {
    mutations.disconnect()
    window.clearTimeout(timer)
  })
  schedule()
  return { current, again: touch }
}
