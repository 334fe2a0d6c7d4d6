import { createMostFrequent } from './baselines/createMostFrequent.ts'
import { createTerminate } from './baselines/createTerminate.ts'
import type { Predictor } from './port.ts'
import { createRanker } from './ranker/createRanker.ts'
import { loadRanker } from './ranker/rankerState.ts'

/** Ids that `createLocalPredictor` knows. */
export const localPredictorIds = ['ranker', 'most-frequent', 'terminate'] as const

export interface LocalPredictorOptions {
  /** What `save` returned before; left out, undefined or null for a participant of whom nothing was learned yet. */
  state?: unknown
}

/**
 * A predictor that runs on this device, without a key or a network.
 *
 * @throws Error where the id names no such predictor or `state` is damaged; the message says what to do.
 */
export function createLocalPredictor(id: string, { state }: LocalPredictorOptions = {}): Predictor {
  switch (id) {
    case 'ranker':
      if (state === undefined || state === null) return createRanker()
      if (state instanceof Uint8Array) return createRanker(loadRanker(state))
      throw new Error('The saved ranker is damaged. Delete it: the ranker then starts anew from published base rates.')
    case 'most-frequent':
      return createMostFrequent(state)
    case 'terminate':
      return createTerminate()
    default:
      throw new Error(
        `There is no predictor "${id}". Choose ${localPredictorIds.join(', ')} or claude:MODEL, such as claude:claude-haiku-5-5.`,
      )
  }
}
