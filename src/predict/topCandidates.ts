import type { Candidate, PredictedAction } from '../../schemas/index.ts'

/** As many candidates as a stored prediction may hold. */
const LIMIT = 20

/** Probabilities are kept to a millionth: browsers' `Math.exp` and Node's differ in the last digits of a double. */
const PRECISION = 1e6

/**
 * The most probable candidates first, at most 20, ties in the order given; probabilities rounded to six decimals.
 *
 * `probabilities` are in [0, 1] and parallel to `actions`.
 */
export function topCandidates(
  actions: readonly { action: PredictedAction }[],
  probabilities: ArrayLike<number>,
): Candidate[] {
  return actions
    .map(({ action }, index) => ({ action, probability: Math.min(1, probabilities[index] as number) }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, LIMIT)
    .map(({ action, probability }) => ({ action, probability: Math.round(probability * PRECISION) / PRECISION }))
}
