import type { PredictedType } from '../../schemas/index.ts'
import { brier } from './brier.ts'
import { addConfusions, type Confusion, countPair } from './f1.ts'
import { logLoss } from './logLoss.ts'
import { probabilityOf } from './probabilityOf.ts'
import type { ScoredStep } from './scoredStep.ts'
import { topK } from './topK.ts'

/** Sums over steps: those of two participants add up to those of both, so a bootstrap need not see the steps again. */
export interface StepTotals {
  steps: number
  /** First candidate equal to the action. */
  hits: number
  /** Action among the first three candidates. */
  top_3: number
  log_loss: number
  brier: number
  sessions: number
  /** Sum over sessions of the session's share of hits. */
  session_shares: number
  /** Actual against predicted action type of the first candidate; a failed prediction counts as `none`. */
  types: Confusion<PredictedType>
}

const none = (): StepTotals => ({
  steps: 0,
  hits: 0,
  top_3: 0,
  log_loss: 0,
  brier: 0,
  sessions: 0,
  session_shares: 0,
  types: {},
})

/** Totals of some steps. */
export function stepTotals(steps: readonly ScoredStep[]): StepTotals {
  const totals = none()
  for (const session of Map.groupBy(steps, ({ session_id }) => session_id).values()) {
    let hits = 0
    for (const { candidates, actual } of session) {
      if (topK(candidates, actual, 1)) hits++
      if (topK(candidates, actual, 3)) totals.top_3++
      totals.log_loss += logLoss(probabilityOf(candidates, actual))
      totals.brier += brier(candidates, actual)
      countPair(totals.types, actual.type, candidates[0]?.action.type ?? 'none')
    }
    totals.steps += session.length
    totals.hits += hits
    totals.sessions++
    totals.session_shares += hits / session.length
  }
  return totals
}

/** The totals of all. */
export function addTotals(list: readonly StepTotals[]): StepTotals {
  const sum = none()
  for (const totals of list)
    for (const key of ['steps', 'hits', 'top_3', 'log_loss', 'brier', 'sessions', 'session_shares'] as const)
      sum[key] += totals[key]
  sum.types = addConfusions(list.map(({ types }) => types))
  return sum
}
