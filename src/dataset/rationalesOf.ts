import type { Action, Item, RationaleRow } from '../../schemas/index.ts'
import { toPredicted } from '../score/toPredicted.ts'
import { participantFields } from './participantFields.ts'
import type { DatasetParticipant } from './source.ts'

/** One row for each question put to the participant, in the order of `seq`; `items` are all of the participant's. */
export function rationalesOf(items: readonly Item[], participant: DatasetParticipant): RationaleRow[] {
  const actions = new Map<string, Action>()
  for (const { kind, data } of items) if (kind === 'action') actions.set(data.action_id, data)
  return items
    .flatMap(({ seq, kind, data }) => (kind === 'rationale' ? [{ seq, data }] : []))
    .sort((a, b) => a.seq - b.seq)
    .map(({ seq, data: { schema_version, ...rest } }) => {
      const action = actions.get(rest.action_id)
      return {
        schema_version,
        ...participantFields(participant),
        seq,
        action: (action && toPredicted(action)) ?? null,
        click_type: action?.type === 'click' ? action.click_type : null,
        ...rest,
      }
    })
}
