import { z } from 'zod'
import { toPredicted } from '../../score/toPredicted.ts'
import { baseRates } from '../baseRates.ts'
import { knownHistory } from '../knownHistory.ts'
import { actionKey, listCandidates } from '../listCandidates.ts'
import type { Predictor } from '../port.ts'
import { topCandidates } from '../topCandidates.ts'

/** How often this participant took each action, by type and name. */
const frequencyState = z.strictObject({
  version: z.literal(1),
  learned_from: z.int().nonnegative(),
  counts: z.record(z.string(), z.int().positive()),
})

type FrequencyState = z.infer<typeof frequencyState>

/** @throws Error where it is no such state: the message says what to do. */
function readState(saved: unknown): FrequencyState {
  const state = frequencyState.safeParse(saved ?? { version: 1, learned_from: 0, counts: {} })
  if (!state.success) throw new Error('The saved most-frequent baseline is damaged. Delete it: it then starts anew.')
  return state.data
}

/**
 * Answers what this participant has done most often so far, by type and name, among what the page offers and `terminate`.
 *
 * An action's probability is its count plus its published base rate, over their sum: before anything is learned it is the
 * base rate alone, so the first answer is the most frequent action of OPeRA that the page offers (`baseRates`), and base
 * rates break ties later.
 *
 * @throws Error where `saved`, a state from `save`, is damaged.
 */
export function createMostFrequent(saved?: unknown): Predictor {
  const state = readState(saved)
  const counts = new Map(Object.entries(state.counts))
  return {
    id: 'most-frequent',
    version: '1',
    get learnedFrom() {
      return state.learned_from
    },
    async predict(situation, signal) {
      signal.throwIfAborted()
      const candidates = listCandidates(situation.observation, knownHistory(situation))
      const prior = baseRates(candidates)
      const weights = candidates.map(({ key }, index) => (counts.get(key) ?? 0) + (prior[index] as number))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const probabilities = weights.map((weight) => weight / total)
      return { candidates: topCandidates(candidates, probabilities), rationale: null, usage: null }
    },
    learn(_situation, actual) {
      const predicted = toPredicted(actual)
      if (!predicted) return
      const key = actionKey(predicted)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      state.learned_from++
    },
    save: (): FrequencyState => ({
      version: 1,
      learned_from: state.learned_from,
      counts: Object.fromEntries(counts),
    }),
  }
}
