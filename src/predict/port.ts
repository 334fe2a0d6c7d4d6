import type { Action, Candidate, Observation } from '../../schemas/index.ts'

/** A step gone by, as the recorder keeps it. */
export interface PastStep {
  observation: Observation | null
  action: Action
}

type Of<Type extends Action['type']> = Extract<Action, { type: Type }>

/** What a predictor may know of an action gone by: no more than a row of `steps.jsonl` keeps of it. */
export type PastAction =
  | Pick<Of<'click'>, 'type' | 'timestamp' | 'name' | 'click_type'>
  | Pick<Of<'type_and_submit'>, 'type' | 'timestamp' | 'name' | 'text'>
  | Pick<Of<'terminate'>, 'type' | 'timestamp'>
  | Of<'input' | 'scroll' | 'navigate' | 'tab'>

/** A step gone by, as a predictor sees it. Any `PastStep` is one. */
export interface KnownStep {
  /** The page acted on. Predictors read it for clicks, `type_and_submit` and `terminate` only. */
  observation: Observation | null
  action: PastAction
}

/** All that a predictor may know: the session so far, in order, and the page now. */
export interface Situation {
  history: readonly KnownStep[]
  observation: Observation
}

export interface Usage {
  /** Tokens that were neither read from nor written to the provider's prompt cache. */
  input_tokens: number
  output_tokens: number
  cache_read_input_tokens: number
  cache_creation_input_tokens: number
}

/** Ranked candidates, most probable first, at most 20; probabilities, rounded to six decimals, sum to at most 1. */
export interface Ranking {
  candidates: Candidate[]
  rationale: string | null
  usage: Usage | null
  /** Candidates left out because nothing on the page has their name. */
  dropped?: number
}

/**
 * Anything that predicts the next action: the ranker, a language model, a baseline, a person.
 *
 * A prediction rests on what was known when the page came into view: see `knownHistory`.
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
  learn?(situation: Situation, actual: PastAction): void
  /** All it has learned, to be kept (it can be structured-cloned) and given back to `createLocalPredictor`. */
  save?(): unknown
}
