import { ownElements } from '../platform/ownElements.ts'

/** Everything that a hand or a keyboard does and that leaves a shadow root. */
const EVENTS =
  'pointerdown pointerup pointermove pointercancel pointerover pointerout mousedown mouseup mousemove mouseover mouseout click dblclick auxclick contextmenu touchstart touchmove touchend touchcancel wheel keydown keyup keypress beforeinput input compositionstart compositionupdate compositionend copy cut paste focusin focusout focus blur dragstart dragover drop selectstart'.split(
    ' ',
  )

/**
 * Keeps what happens on our own elements, a note or a question, from everybody who listens: from the recorder, since it is no
 * part of the observation, and from the page, whom an answer is none of the business of. What the browser itself does stays:
 * letters are typed and forms submitted.
 *
 * Call it before anything else listens: at document start it comes before all of the page's own listeners.
 */
export function shieldOwn(window: Window, signal: AbortSignal): void {
  const own = ownElements()
  const stop = (event: Event): void => {
    const [target] = event.composedPath()
    if (target && own.has(target)) event.stopImmediatePropagation()
  }
  for (const type of EVENTS) window.addEventListener(type, stop, { capture: true, passive: true, signal })
}
