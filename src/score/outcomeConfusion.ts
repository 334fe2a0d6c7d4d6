import { type Confusion, countPair } from './f1.ts'
import type { ScoredStep } from './scoredStep.ts'

export const outcomes = ['purchase', 'terminate'] as const
export type Outcome = (typeof outcomes)[number]

/** A session's steps in order, and how the dataset says it ended. */
export interface ScoredSession {
  outcome: Outcome | 'open'
  steps: readonly ScoredStep[]
}

/** The step that decides: the last click of type `purchase` of a purchase session, else its `terminate`. */
function decidingStep({ outcome, steps }: ScoredSession): ScoredStep | undefined {
  if (outcome === 'purchase') return steps.findLast((step) => step.click_type === 'purchase')
  return outcome === 'terminate' ? steps.findLast((step) => step.actual.type === 'terminate') : undefined
}

/** What the first candidate says: `purchase` for a click of type `purchase`, `terminate`, or `neither`. */
function predictedOutcome(step: ScoredStep): Outcome | 'neither' {
  const action = step.candidates[0]?.action
  if (action?.type === 'terminate') return 'terminate'
  return action?.type === 'click' && step.predicted_click_type === 'purchase' ? 'purchase' : 'neither'
}

/**
 * Actual against predicted outcome, one pair a session, predicted at the step that decides it, given the true history.
 *
 * After Lu et al. 2025 (arXiv 2503.20749), whose sessions end in a purchase click or in `terminate`, and who print the
 * F1 of `purchase`: that is `f1(…).classes` of `purchase` here. OPeRA prints accuracy and F1 weighted over both
 * outcomes: `.accuracy` and `.weighted`. A shopper who buys and stays is cut at the last purchase click. Sessions that are
 * still open, or whose deciding step is not in the data, are not counted.
 */
export function outcomeConfusion(sessions: readonly ScoredSession[]): Confusion<Outcome> {
  const confusion: Confusion<Outcome> = {}
  for (const session of sessions) {
    const step = decidingStep(session)
    if (step) countPair(confusion, session.outcome as Outcome, predictedOutcome(step))
  }
  return confusion
}
