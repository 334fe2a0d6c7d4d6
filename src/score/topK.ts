import type { Candidate, PredictedAction } from '../../schemas/index.ts'
import { isExactMatch } from './isExactMatch.ts'

/** True where one of the first `k` candidates is the actual action. */
export function topK(candidates: readonly Candidate[], actual: PredictedAction, k: number): boolean {
  return candidates.slice(0, k).some((candidate) => isExactMatch(candidate.action, actual))
}
