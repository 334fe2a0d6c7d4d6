import type { ScoredStep } from './scoredStep.ts'
import { topK } from './topK.ts'

const isHit = (step: ScoredStep): boolean => topK(step.candidates, step.actual, 1)

/** Exact match over all steps alike, as OPeRA (arXiv 2506.05606) reports it. Null without steps. */
export function microExactMatch(steps: readonly ScoredStep[]): number | null {
  return steps.length === 0 ? null : steps.filter(isHit).length / steps.length
}

/**
 * Exact match averaged within each session first, then over sessions, as Lu et al. 2025 (arXiv 2503.20749) report it:
 * a step of a short session weighs more. Null without steps.
 */
export function perSessionExactMatch(steps: readonly ScoredStep[]): number | null {
  const sessions = Map.groupBy(steps, (step) => step.session_id)
  if (sessions.size === 0) return null
  let sum = 0
  for (const session of sessions.values()) sum += session.filter(isHit).length / session.length
  return sum / sessions.size
}
