import type { PredictedType } from '../../schemas/index.ts'
import { type Confusion, countPair } from './f1.ts'
import type { ScoredStep } from './scoredStep.ts'

export const actionTypes = ['click', 'type_and_submit', 'terminate'] as const satisfies readonly PredictedType[]

/**
 * Actual against predicted action type of each step's first candidate; a failed prediction counts as `none`.
 *
 * OPeRA prints macro and weighted F1 of it side by side; some figures published elsewhere as "macro" look weighted, so
 * compare only where both are given.
 */
export function actionTypeConfusion(steps: readonly ScoredStep[]): Confusion<PredictedType> {
  const confusion: Confusion<PredictedType> = {}
  for (const step of steps) countPair(confusion, step.actual.type, step.candidates[0]?.action.type ?? 'none')
  return confusion
}
