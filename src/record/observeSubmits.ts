import { formOf, isSingleLine, typedFieldOf } from './fieldKinds.ts'
import type { Emit, ObserverContext } from './port.ts'
import { targetOf } from './targetOf.ts'

/** `keyCode` of a key that an input method keeps for itself. */
const IN_COMPOSITION = 229

/**
 * Records `type_and_submit` at Enter in a field of one line, with or without a form. The submit button that the browser
 * then clicks by itself is no action of its own. Search buttons are recorded with the clicks.
 */
export function observeSubmits({ listen, gestures, typing }: ObserverContext, _emit: Emit, signal: AbortSignal): void {
  /** A field in which Enter was pressed and kept by an input method: a submission, if the form says so. */
  let undecided: { field: Element; no: number } | null = null

  listen(
    ['keydown'],
    (event) => {
      if (event.key !== 'Enter') return
      const field = typedFieldOf(targetOf(event))
      if (!field || !isSingleLine(field)) return
      const { no } = gestures
      gestures.entered = { form: formOf(field), no }
      if (event.isComposing || event.keyCode === IN_COMPOSITION) undecided = { field, no }
      else if (!event.repeat) typing.submit(field)
    },
    signal,
  )

  listen(
    ['submit'],
    (event) => {
      const form = targetOf(event)
      if (!form) return
      if (undecided?.no === gestures.no && formOf(undecided.field) === form) typing.submit(undecided.field)
      undecided = null
      typing.forget(form)
    },
    signal,
  )
}
