import type { Candidate, ClickType, PredictedAction } from '../../schemas/index.ts'

/** A step, what was predicted for it and what happened: all that the metrics need. */
export interface ScoredStep {
  participant_id: string
  session_id: string
  /** First step of its session; OPeRA does not score it. */
  first: boolean
  actual: PredictedAction
  /** Click type of the actual action; null where it was no click. */
  click_type: ClickType | null
  /** Most probable first; empty where the predictor failed or there was no page to predict on. */
  candidates: readonly Candidate[]
  /** Click type of the first candidate on this page; null where it is no click. */
  predicted_click_type: ClickType | null
  /** Why there are no candidates, or null. */
  error: string | null
}
