import type { Usage } from '../predict/port.ts'
import type { Confusion } from '../score/f1.ts'
import { type Outcome, outcomeConfusion } from '../score/outcomeConfusion.ts'
import { type StepTotals, stepTotals } from '../score/stepTotals.ts'
import type { ReplayedStep } from './replayParticipant.ts'

/** What the report needs of one participant's replayed steps. */
export interface ReplayTotals {
  /** Steps that were predicted. */
  steps: number
  all_steps: StepTotals
  without_first_steps: StepTotals
  outcome: Confusion<Outcome>
  latencies_ms: number[]
  usage: Usage[]
  errors: string[]
  dropped: number
}

/** Sums one participant up, so that neither pages nor candidates of a whole dataset stay in memory. */
export function replayTotals(steps: readonly ReplayedStep[]): ReplayTotals {
  return {
    steps: steps.length,
    all_steps: stepTotals(steps),
    without_first_steps: stepTotals(steps.filter(({ first }) => !first)),
    outcome: outcomeConfusion(steps),
    latencies_ms: steps.map(({ latency_ms }) => latency_ms),
    usage: steps.flatMap(({ usage }) => usage ?? []),
    errors: steps.flatMap(({ error }) => error ?? []),
    dropped: steps.reduce((sum, { dropped }) => sum + dropped, 0),
  }
}
