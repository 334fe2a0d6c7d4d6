import type { Item, PredictedAction, Prediction, PredictionRow } from '../../schemas/index.ts'
import { isExactMatch } from '../score/isExactMatch.ts'
import { scoredPrediction } from '../score/scoredPrediction.ts'
import { toPredicted } from '../score/toPredicted.ts'
import { participantFields } from './participantFields.ts'
import type { DatasetParticipant } from './source.ts'

const stepKey = ({ session_id, step_index }: { session_id: string; step_index: number | null }) =>
  `${session_id} ${step_index}`

interface Taken {
  seq: number
  actual: PredictedAction
  observation_id: string | null
}

/** What was done at each step, when in `seq`, and on which page. */
function actualByStep(items: readonly Item[]): Map<string, Taken> {
  const actions = new Map<string, Taken>()
  for (const { seq, kind, data } of items) {
    const actual = kind === 'action' && data.step_index !== null ? toPredicted(data) : null
    if (kind === 'action' && actual) actions.set(stepKey(data), { seq, actual, observation_id: data.observation_id })
  }
  return actions
}

/**
 * One row for each prediction, in the order of `seq`, beside the action that took its step.
 *
 * A prediction stored after the action has no `actual`: it was none. Of a predictor's predictions of one step one is
 * `scored` (see `scoredPrediction`); where it failed and has no candidates, it is a miss.
 */
export function predictionsOf(items: readonly Item[], participant: DatasetParticipant): PredictionRow[] {
  const actions = actualByStep(items)
  const predictions = items
    .flatMap(({ seq, kind, data }) => (kind === 'prediction' ? [{ seq, prediction: data }] : []))
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => {
      const action = actions.get(stepKey(entry.prediction))
      return { ...entry, action: action && action.seq > entry.seq ? action : null }
    })
  const scorerKey = (prediction: Prediction) => `${stepKey(prediction)} ${prediction.predictor}`
  const inTime = Map.groupBy(
    predictions.filter(({ action }) => action !== null),
    ({ prediction }) => scorerKey(prediction),
  )
  const scored = new Set(
    [...inTime.values()].map((made) => scoredPrediction(made, made[0]?.action?.observation_id ?? null)?.seq),
  )
  return predictions.map(({ seq, prediction, action }) => {
    const { schema_version, ...rest } = prediction
    const top = prediction.candidates[0]?.action
    return {
      schema_version,
      ...participantFields(participant),
      seq,
      action_seq: action?.seq ?? null,
      actual: action?.actual ?? null,
      scored: scored.has(seq),
      hit: action ? top !== undefined && isExactMatch(top, action.actual) : null,
      ...rest,
    }
  })
}
