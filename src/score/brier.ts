import type { Candidate, PredictedAction } from '../../schemas/index.ts'
import { isExactMatch } from './isExactMatch.ts'

/**
 * Brier's score of one prediction, 0 (certain and right) to 2 (certain and wrong): the squared distance between the
 * candidates' probabilities and what happened, over all candidates, an actual action that was no candidate counting as
 * one of probability 0 (Brier 1950, Monthly Weather Review 78:1–3).
 */
export function brier(candidates: readonly Candidate[], actual: PredictedAction): number {
  let found = false
  let sum = 0
  for (const { action, probability } of candidates) {
    const happened: boolean = !found && isExactMatch(action, actual)
    found ||= happened
    sum += (probability - (happened ? 1 : 0)) ** 2
  }
  return found ? sum : sum + 1
}
