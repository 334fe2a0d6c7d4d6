import { toPredicted } from '../../score/toPredicted.ts'
import { baseRates } from '../baseRates.ts'
import { knownHistory } from '../knownHistory.ts'
import { actionKey, type CandidateAction, listCandidates } from '../listCandidates.ts'
import type { Predictor, Situation } from '../port.ts'
import { topCandidates } from '../topCandidates.ts'
import { type FeatureRows, featurize } from './featurize.ts'
import { learnStep } from './learnStep.ts'
import { emptyRanker, FEATURE_BITS, type RankerState, saveRanker } from './rankerState.ts'
import { recall } from './recall.ts'
import { softmax } from './softmax.ts'

/** Every candidate of a page with its probability. */
export interface Distribution {
  candidates: CandidateAction[]
  rows: FeatureRows
  /** Parallel to `candidates`; sums to 1. */
  probabilities: Float64Array
}

/** The ranker's probability for everything the participant could do next. A pure function of its arguments. */
export function distributionOf(state: RankerState, situation: Situation): Distribution {
  const history = knownHistory(situation)
  const candidates = listCandidates(situation.observation, history)
  const rows = featurize(candidates, recall(situation, history), FEATURE_BITS)
  return { candidates, rows, probabilities: softmax(baseRates(candidates), rows, state.weights) }
}

/**
 * The ranker: a conditional logit over what the page offers, with hashed features, that learns on the device after every
 * step. It starts from published base rates (`learnedFrom` 0). Linear in the page, and deterministic.
 *
 * The probability of a `type_and_submit` is that of its type and field; its text is a guess, and nothing is claimed of it.
 *
 * `state` is changed in place as it learns. A step whose action the page does not name teaches nothing.
 */
export function createRanker(state: RankerState = emptyRanker()): Predictor {
  return {
    id: 'ranker',
    version: '1',
    get learnedFrom() {
      return state.learnedFrom
    },
    async predict(situation, signal) {
      signal.throwIfAborted()
      const { candidates, probabilities } = distributionOf(state, situation)
      return { candidates: topCandidates(candidates, probabilities), rationale: null, usage: null }
    },
    learn(situation, actual) {
      const predicted = toPredicted(actual)
      if (!predicted) return
      const { candidates, rows, probabilities } = distributionOf(state, situation)
      const index = candidates.findIndex(({ key }) => key === actionKey(predicted))
      if (index >= 0) learnStep(state, rows, probabilities, index)
    },
    save: () => saveRanker(state),
  }
}
