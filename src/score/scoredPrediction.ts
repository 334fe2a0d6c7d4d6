import type { Prediction } from '../../schemas/index.ts'

/**
 * Which of one predictor's predictions of a step counts, out of those stored before the action, in their order: the
 * last one made on the page acted on. A later page may already show the press that became the action, so what was
 * predicted there counts only where the predictor said nothing of the page before; null where it said nothing.
 */
export const scoredPrediction = <P extends { prediction: Pick<Prediction, 'observation_id'> }>(
  made: readonly P[],
  observation_id: string | null,
): P | null => made.findLast(({ prediction }) => prediction.observation_id === observation_id) ?? made.at(-1) ?? null
