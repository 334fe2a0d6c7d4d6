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
  listen(
    ['keydown'],
    (event) => {
      const field = event.key === 'Enter' ? typedFieldOf(targetOf(event)) : null
      if (!field || !isSingleLine(field) || event.isComposing || event.keyCode === IN_COMPOSITION) return
      gestures.entered = { form: formOf(field), no: gestures.no }
      if (!event.repeat) typing.submit(field)
    },
    signal,
  )
}
