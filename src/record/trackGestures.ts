import type { CurrentPage, RecordContext } from './port.ts'
import { resolveTarget, type Target } from './resolveTarget.ts'
import { targetOf } from './targetOf.ts'

/** Pixels a pointer may move between press and release and still mean what it pressed. */
const SLOP = 10

/** A pointer going down: what it aimed at is settled here, since the page may change before the click. */
export interface Press {
  target: Element
  aim: Target | null
  page: CurrentPage | null
  released: boolean
  /** True once an action was made of it. */
  recorded: boolean
  hasMovedTo(event: MouseEvent): boolean
}

/** What the participant's hand is doing. */
export interface Gestures {
  /** Counts presses and keystrokes; two events under one number are of one gesture. */
  no: number
  /** The press that no click has used up yet. */
  press: Press | null
  /** The form in whose field Enter was pressed last, and in which gesture: its submit button is then clicked by the browser. */
  entered: { form: Element | null; no: number } | null
}

/** Keeps count of gestures and of the press under way. */
export function trackGestures(context: RecordContext, signal: AbortSignal): Gestures {
  const gestures: Gestures = { no: 0, press: null, entered: null }
  const { listen, privacy } = context

  listen(
    ['pointerdown'],
    (down) => {
      gestures.no++
      gestures.press = null
      const target = targetOf(down)
      if (!target || !down.isPrimary || down.button > 1) return
      const page = context.current()
      if (page === undefined) return
      gestures.press = {
        target,
        aim: resolveTarget(target, page, privacy),
        page,
        released: false,
        recorded: false,
        hasMovedTo: (event) => Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLOP,
      }
    },
    signal,
  )
  listen(
    ['pointerup'],
    () => {
      if (gestures.press) gestures.press.released = true
    },
    signal,
  )
  listen(
    ['pointercancel'],
    () => {
      gestures.press = null
    },
    signal,
  )
  listen(
    ['keydown'],
    () => {
      gestures.no++
      gestures.press = null
    },
    signal,
  )
  return gestures
}
