import type { PredictedType } from '../../schemas/index.ts'
import type { Usage } from '../predict/port.ts'
import type { Estimate } from '../score/clusterBootstrap.ts'
import type { ClassScore } from '../score/f1.ts'
import type { Outcome } from '../score/outcomeConfusion.ts'
import type { StepMetric } from '../score/stepMetrics.ts'

/** Every metric over steps, each with a 95 % interval. */
export type StepFigures = Record<StepMetric, Estimate> & {
  steps: number
  action_types: ClassScore<PredictedType>[]
}

/** The session outcome; see `outcomeConfusion`. */
export interface OutcomeFigures {
  sessions: number
  /** F1 of `purchase`, as in Lu et al. 2025. */
  purchase_f1: Estimate
  /** As in OPeRA. */
  weighted_f1: Estimate
  accuracy: Estimate
  classes: ClassScore<Outcome>[]
}

export interface PredictorReport {
  id: string
  version: string
  /** False for a baseline that was added. */
  asked_for: boolean
  all_steps: StepFigures
  /** Without the first step of each session, as OPeRA and Lu et al. score. */
  without_first_steps: StepFigures
  outcome: OutcomeFigures
  /** Steps on which it failed: each is scored as a miss. */
  errors: number
  /** Each message, and how often. */
  error_messages: Record<string, number>
  /** Candidates it named that were not on the page. */
  dropped_candidates: number
  /** Milliseconds per prediction. */
  latency_ms: { median: number | null; p95: number | null }
  tokens: Usage | null
  /** US dollars; null where it cost nothing or its price is not known. */
  cost_usd: number | null
}

/** What `shoptrace evaluate` writes. Shares lie in [0, 1]. */
export interface EvaluationReport {
  schema_version: 1
  dataset: { study_id: string; study_version: number; exported_at: number; participant_kinds: string[] }
  /** How it was measured, in words. */
  protocol: string[]
  seed: number
  resamples: number
  counts: {
    participants: number
    sessions: number
    steps: number
    /** Steps on a page that named something to predict; the others nobody was asked about, live or here. */
    predictable_steps: number
  }
  predictors: PredictorReport[]
}
