import type { PredictedType } from '../../schemas/index.ts'
import { f1 } from './f1.ts'
import type { StepTotals } from './stepTotals.ts'

const actionTypes = ['click', 'type_and_submit', 'terminate'] as const satisfies readonly PredictedType[]

const mean = (sum: number, n: number): number | null => (n === 0 ? null : sum / n)

/** F1 of the action type, per type and averaged; null without steps. */
export const actionTypeF1 = ({ types }: StepTotals) => f1(types, actionTypes)

/**
 * The metrics over steps, null without any. All but `log_loss` (nats, 0 to 13.8) and `brier` (0 to 2), where less is better, lie in [0, 1].
 *
 * - `exact_match`: over all steps alike, as OPeRA (arXiv 2506.05606) reports it.
 * - `exact_match_by_session`: averaged within each session first, then over sessions, as Lu et al. 2025
 *   (arXiv 2503.20749) report it; a step of a short session weighs more.
 * - `action_type_f1_macro`, `action_type_f1_weighted`: OPeRA prints both side by side. Some figures published elsewhere
 *   as macro look weighted, so compare only where both are given.
 * - `log_loss`, `brier`: of the probability given to the action, text included.
 */
export function stepMetrics(totals: StepTotals) {
  const { steps, sessions } = totals
  const types = actionTypeF1(totals)
  return {
    exact_match: mean(totals.hits, steps),
    exact_match_by_session: mean(totals.session_shares, sessions),
    top_3: mean(totals.top_3, steps),
    action_type_f1_macro: types?.macro ?? null,
    action_type_f1_weighted: types?.weighted ?? null,
    action_type_accuracy: types?.accuracy ?? null,
    log_loss: mean(totals.log_loss, steps),
    brier: mean(totals.brier, steps),
  }
}

export type StepMetric = keyof ReturnType<typeof stepMetrics>
