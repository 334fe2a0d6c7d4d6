import type { TraceBuffer } from '../buffer/TraceBuffer.ts'
import type { Predictor } from '../predict/port.ts'

/** Steps learned from again, at most: a few seconds' work. */
const MOST = 300

/**
 * Teaches predictors that have learned nothing from the steps that are left on this device, in the order they were taken;
 * beyond the newest few hundred, whole sessions are left out.
 */
export async function relearn(buffer: TraceBuffer, predictors: readonly Predictor[]): Promise<void> {
  const recent = await buffer.recentSteps(MOST)
  const sessions = [...new Set(recent.map(({ action }) => action.session_id))].reverse()
  for (const session_id of sessions) {
    const history = await buffer.history(session_id)
    for (const [index, { observation, action }] of history.entries()) {
      if (action.step_index === null || !observation) continue
      for (const one of predictors) one.learn?.({ history: history.slice(0, index), observation }, action)
    }
  }
}
