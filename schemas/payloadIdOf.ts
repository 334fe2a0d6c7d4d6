import type { Item } from './item.ts'

/** The payload's own id, which must be the item's. */
export function payloadIdOf({ kind, data }: Item): string {
  switch (kind) {
    case 'observation':
      return data.observation_id
    case 'action':
      return data.action_id
    case 'prediction':
      return data.prediction_id
    case 'gap':
      return data.gap_id
    case 'rationale':
      return data.rationale_id
    case 'survey_answer':
      return data.answer_id
  }
}
