import { formOf, typedFieldOf } from './fieldKinds.ts'
import { activeOption } from './finalText.ts'
import { labelledControl } from './labelledControl.ts'
import type { CurrentPage, Emit, ObserverContext } from './port.ts'
import { resolveTarget, type Target } from './resolveTarget.ts'
import { EDITABLE, NATIVE } from './selectors.ts'
import { submittedField } from './submittedField.ts'
import { targetOf } from './targetOf.ts'

/** Lists and sliders: there `change` tells what was chosen, and clicks tell nothing. */
const CHOSEN = 'select,[type=range]'

function isOver(element: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}

/**
 * Records clicks: main and middle button, touch, keys on a focused element, one for every gesture. Where the page
 * changed between press and release, the click is on what was pressed. Text typed into a search field before a click
 * on its button makes that click a `type_and_submit`.
 */
export function observeClicks(context: ObserverContext, emit: Emit, signal: AbortSignal): void {
  const { listen, privacy, gestures, typing } = context
  /** Control of the label just clicked: the browser clicks it too, in the same gesture. */
  let echo: Element | null = null

  function record(aim: Target | null, page: CurrentPage | null): void {
    if (!aim || aim.element.closest(CHOSEN)) return
    const field = submittedField(aim, typing)
    if (field) {
      typing.submit(field)
      return
    }
    typing.flush(aim.element)
    emit({ type: 'click', target: aim.target }, page)
  }

  /** True for a click that the browser makes of another: on the control of a label, on a form's button at Enter. */
  function isEcho(target: Element): boolean {
    const { entered, no } = gestures
    if (target !== echo) return entered?.no === no && entered.form !== null && entered.form === formOf(target)
    echo = null
    return true
  }

  listen(
    ['click', 'auxclick'],
    (event) => {
      const target = targetOf(event)
      if (!target || event.button !== (event.type === 'click' ? 0 : 1) || isEcho(target)) return
      const press = event.detail > 0 ? gestures.press : null
      if (press) gestures.press = null
      // Marking a field's text: Firefox gives the field that click, however far from it the pointer was released.
      if (press?.hasMovedTo(event) && typedFieldOf(target) && !isOver(target, event)) return
      const page = press ? press.page : context.current()
      if (press?.recorded || page === undefined) return
      echo = event.button === 0 ? labelledControl(target) : null
      if (echo) setTimeout(() => (echo = null))
      const pressed = press?.hasMovedTo(event) === false ? press.aim : null
      record(pressed ?? resolveTarget(target, page, privacy), page)
    },
    signal,
  )

  // No click comes from an element that is gone at release, or from a page that is left before: it acted on the press.
  listen(
    ['pointerup', 'pagehide'],
    (event) => {
      const { press } = gestures
      if (!press?.aim || press.recorded) return
      const isGone = 'buttons' in event ? !press.target.isConnected && !press.hasMovedTo(event) : !press.released
      if (!isGone) return
      press.recorded = true
      record(press.aim, press.page)
    },
    signal,
  )

  // Widgets made of other elements get no click from Enter and Space: the page listens for the key itself.
  listen(
    ['keydown'],
    (event) => {
      const focused = /^(Enter| )$/.test(event.key) && !event.repeat ? targetOf(event) : null
      if (!focused || focused.matches(`${NATIVE},${EDITABLE},option,iframe,audio,video`)) return
      const page = context.current()
      if (page === undefined) return
      const chosen = activeOption(focused) ?? focused
      const aim = resolveTarget(chosen, page, privacy)
      if (aim?.element === chosen) record(aim, page)
    },
    signal,
  )
}
