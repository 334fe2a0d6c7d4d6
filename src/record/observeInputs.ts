import { isSet, isWholeValue, typedFieldOf } from './fieldKinds.ts'
import type { Emit, ObserverContext } from './port.ts'
import { resolveTarget } from './resolveTarget.ts'
import { submittedField } from './submittedField.ts'
import { targetOf } from './targetOf.ts'

/**
 * Records `input`: a choice from a list, a slider, a number or date that was set, and text when its field is left or
 * something else is done. Checkboxes and radio buttons are clicks; text that is submitted is `type_and_submit`.
 */
export function observeInputs(context: ObserverContext, _emit: Emit, signal: AbortSignal): void {
  const { window, listen, gestures, typing } = context

  listen(
    ['beforeinput', 'input'],
    (event) => {
      const field = typedFieldOf(targetOf(event))
      const isEnter = gestures.entered?.no === gestures.no
      if (field && !isEnter) typing.note(field, event.type === 'input')
    },
    signal,
  )

  listen(
    ['change'],
    (event) => {
      const field = targetOf(event)
      if (!field) return
      if (isSet(field)) typing.record(field)
      else if (isWholeValue(field)) typing.leave(field)
    },
    signal,
  )

  /** True where focus leaves for the search button of the field: then its text is about to be submitted. */
  function isOnItsWay(field: Element, next: Element | null): boolean {
    const { press } = gestures
    const aim = press?.released === false ? press.aim : next && resolveTarget(next, context.latest(), context.privacy)
    return aim ? submittedField(aim, typing) === field : false
  }

  listen(
    ['focusout'],
    (event) => {
      const field = typedFieldOf(targetOf(event))
      // Another window got the focus: the participant may come back and go on typing.
      if (!field || !window.document.hasFocus()) return
      if (!isOnItsWay(field, event.relatedTarget as Element | null)) typing.leave(field)
    },
    signal,
  )

  listen(
    ['pagehide', 'visibilitychange'],
    (event) => {
      if (event.type === 'pagehide' || window.document.visibilityState === 'hidden') typing.flush()
    },
    signal,
  )
}
