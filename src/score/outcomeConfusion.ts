import { type Confusion, countPair } from './f1.ts'
import type { ScoredStep } from './scoredStep.ts'

export const outcomes = ['purchase', 'terminate'] as const
export type Outcome = (typeof outcomes)[number]

/** What the first candidate says: an order, the end of the session, or neither. */
function predictedOutcome({ candidates, predicted_purchase }: ScoredStep): Outcome | 'neither' {
  if (predicted_purchase) return 'purchase'
  return candidates[0]?.action.type === 'terminate' ? 'terminate' : 'neither'
}

/**
 * Actual against predicted outcome, one pair a session, predicted at the step that decides it, given the true history.
 *
 * After Lu et al. 2025 (arXiv 2503.20749), whose sessions end in "buy now", "checkout" or `terminate`, and who print the
 * F1 of `purchase`: that is the class `purchase` of `f1` here. OPeRA prints accuracy and F1 weighted over both
 * outcomes. The step that decides is the last that begins or places an order, else the session's `terminate`: a shopper
 * who buys and stays is cut at the purchase. Sessions without either are still open, and not counted.
 */
export function outcomeConfusion(steps: readonly ScoredStep[]): Confusion<Outcome> {
  const confusion: Confusion<Outcome> = {}
  for (const session of Map.groupBy(steps, ({ session_id }) => session_id).values()) {
    const bought = session.findLast(({ purchase }) => purchase)
    const decides = bought ?? session.findLast(({ actual }) => actual.type === 'terminate')
    if (decides) countPair(confusion, bought ? 'purchase' : 'terminate', predictedOutcome(decides))
  }
  return confusion
}
