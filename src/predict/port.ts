import type { Action, Candidate, Observation } from '../../schemas/index.ts'

/** A step gone by, as a predictor sees it. */
export interface PastStep {
  observation: Observation | null
  action: Action
}

/** All that a predictor may know: the session so far, in order, and the page now. */
export interface Situation {
  history: readonly PastStep[]
  observation: Observation
}

export interface Usage {
  input_tokens: number
  output_tokens: number
  cache_read_input_tokens: number
}

/** Ranked candidates, most probable first; probabilities sum to at most 1. */
export interface Ranking {
  candidates: Candidate[]
  rationale: string | null
  usage: Usage | null
}

/**
 * Anything that predicts the next action: the ranker, a language model, a baseline, a person.
 *
 * `predict` rejects with an `AbortError` when `signal` aborts, and with an error whose message says what to do otherwise.
 */
export interface Predictor {
  readonly id: string
  readonly version: string
  /** Steps of this participant it has learned from. */
  readonly learnedFrom: number
  predict(situation: Situation, signal: AbortSignal): Promise<Ranking>
  /** Learns from what the participant really did in that situation; absent where a predictor does not learn. */
  learn?(situation: Situation, actual: Action): void
}
