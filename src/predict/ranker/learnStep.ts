import type { FeatureRows } from './featurize.ts'
import type { RankerState } from './rankerState.ts'

/** Step size in logits; chosen on simulated shoppers. */
const RATE = 3

/** Slopes below this are dropped: the state stays some 50 times smaller, and on simulated shoppers no figure changed. */
const LEAST_SLOPE = 1e-3

/**
 * One online step down the gradient of the softmax loss −log p(actual), with a step size per feature that shrinks as the
 * feature learns (AdaGrad; Duchi, Hazan and Singer 2011, JMLR 12:2121–2159). The sum of squares starts from 1, so that
 * the many candidates with a small probability move little.
 *
 * Changes `state` in place. `actual` is the row of what happened.
 */
export function learnStep(
  state: RankerState,
  { offsets, features }: FeatureRows,
  probabilities: Float64Array,
  actual: number,
): void {
  const { weights, squares } = state
  const gradient = new Map<number, number>()
  for (let row = 0; row < probabilities.length; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number]
    const error = ((probabilities[row] as number) - (row === actual ? 1 : 0)) / Math.sqrt(end - start)
    for (let at = start; at < end; at++) {
      const feature = features[at] as number
      gradient.set(feature, (gradient.get(feature) ?? 0) + error)
    }
  }
  for (const [feature, slope] of gradient) {
    if (Math.abs(slope) < LEAST_SLOPE) continue
    const square = (squares[feature] as number) + slope * slope
    squares[feature] = square
    weights[feature] = (weights[feature] as number) - (RATE * slope) / Math.sqrt(1 + square)
  }
  state.learnedFrom++
}
