import type { Candidate, PredictedAction } from '../../schemas/index.ts'

/** A step, what was predicted for it and what happened: all that the metrics need. */
export interface ScoredStep {
  session_id: string
  /** First step of its session; OPeRA does not score it. */
  first: boolean
  actual: PredictedAction
  /** True where the actual action begins or places an order. */
  purchase: boolean
  /** Most probable first; empty where the predictor failed. */
  candidates: readonly Candidate[]
  /** True where the first candidate begins or places an order. */
  predicted_purchase: boolean
}
