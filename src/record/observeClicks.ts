import { formOf, isChosen } from './fieldKinds.ts'
import { activeOption } from './finalText.ts'
import { labelledControl } from './labelledControl.ts'
import type { CurrentPage, Emit, ObserverContext } from './port.ts'
import { resolveTarget, type Target } from './resolveTarget.ts'
import { submittedField } from './submittedField.ts'
import { targetOf } from './targetOf.ts'

const HAS_KEYS =
  'a[href], area[href], button, input, select, option, textarea, summary, iframe, audio, video, [contenteditable]:not([contenteditable=false])'

/**
 * Records clicks: main and middle button, touch, keys on a focused element, one for every gesture. Where the page
 * changed between press and release, the click is on what was pressed. Text typed into a search field before a click
 * on its button makes that click a `type_and_submit`.
 */
export function observeClicks(context: ObserverContext, emit: Emit, signal: AbortSignal): void {
  const { window, listen, privacy, gestures, typing } = context
  /** Control of the label just clicked: the browser clicks it too, in the same gesture. */
  let echo: Element | null = null

  function record(aim: Target | null, page: CurrentPage | null): void {
    if (!aim || isChosen(aim.element)) return
    const field = submittedField(aim, typing)
    if (field) {
      typing.submit(field)
      return
    }
    typing.flush()
    const { name, click_type, role, text } = aim.named
    emit({ type: 'click', name, click_type, role, text }, page)
  }

  function recordPress(): void {
    const { press } = gestures
    if (!press?.aim || press.recorded) return
    press.recorded = true
    record(press.aim, press.page)
  }

  /** True for the click on a submit button that Enter in a field of its form made. */
  function isSubmitEcho(target: Element): boolean {
    const { entered, no } = gestures
    return entered?.no === no && entered.form !== null && entered.form === formOf(target)
  }

  listen(
    ['click', 'auxclick'],
    (event) => {
      const target = targetOf(event)
      if (!target || event.button !== (event.type === 'click' ? 0 : 1)) return
      if (target === echo) {
        echo = null
        return
      }
      const press = event.detail > 0 ? gestures.press : null
      if (press) gestures.press = null
      if (press?.recorded || isSubmitEcho(target)) return
      const page = press ? press.page : context.current()
      if (!context.mayRecord(page)) return
      echo = event.button === 0 ? labelledControl(target) : null
      if (echo) window.setTimeout(() => (echo = null))
      const hasStayed = press !== null && !press.hasMovedTo(event)
      record((hasStayed ? press.aim : null) ?? resolveTarget(target, page, privacy), page)
    },
    signal,
  )

  // A pressed element that is gone at release gets no click from the browser, but the page has acted on the press.
  listen(
    ['pointerup'],
    (event) => {
      const { press } = gestures
      if (press && !press.target.isConnected && !press.hasMovedTo(event)) recordPress()
    },
    signal,
  )
  listen(
    ['pagehide'],
    () => {
      if (gestures.press?.released === false) recordPress()
    },
    signal,
  )

  // Widgets made of other elements get no click from Enter and Space: the page listens for the key itself.
  listen(
    ['keydown'],
    (event) => {
      if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat || event.isComposing) return
      const focused = targetOf(event)
      if (!focused || focused.matches(HAS_KEYS)) return
      const page = context.current()
      if (!context.mayRecord(page)) return
      const chosen = activeOption(focused) ?? focused
      const aim = resolveTarget(chosen, page, privacy)
      if (aim?.element === chosen) record(aim, page)
    },
    signal,
  )
}
