import type { Candidate, PredictedAction } from '../../schemas/index.ts'
import { isExactMatch } from './isExactMatch.ts'

/** Probability that was given to the actual action; 0 where no candidate is it. */
export function probabilityOf(candidates: readonly Candidate[], actual: PredictedAction): number {
  const sum = candidates.reduce(
    (total, { action, probability }) => total + (isExactMatch(action, actual) ? probability : 0),
    0,
  )
  return Math.min(1, sum)
}
