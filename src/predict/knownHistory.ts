import { toPredicted } from '../score/toPredicted.ts'
import type { KnownStep, Situation } from './port.ts'

/**
 * The history a prediction may rest on: all of it but what the participant did, short of a step, on the very page that
 * is now being predicted on.
 *
 * A shopper who presses Enter has just typed the text; one who closes the tab has just left it. Knowing that would make
 * the prediction trivial, and would make a figure from a dataset (which knows all that came before a step) better than a
 * live one (committed when the page came into view).
 */
export function knownHistory({ history, observation }: Situation): readonly KnownStep[] {
  const lastStep = history.findLastIndex(({ action }) => toPredicted(action) !== null)
  return history.filter(
    ({ action }, index) =>
      index <= lastStep || !('observation_id' in action) || action.observation_id !== observation.observation_id,
  )
}
