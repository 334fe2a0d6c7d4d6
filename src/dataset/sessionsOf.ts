import type { Item, SessionRow } from '../../schemas/index.ts'
import { actionsBySession, type SequencedAction } from './actionsBySession.ts'
import { countMissing } from './countMissing.ts'
import { gapsBySession } from './gapsBySession.ts'
import { isPurchase } from './isPurchase.ts'
import type { DatasetParticipant } from './source.ts'

function outcomeOf(actions: readonly SequencedAction[]): SessionRow['outcome'] {
  if (actions.some(({ action }) => isPurchase(action))) return 'purchase'
  return actions.some(({ action }) => action.type === 'terminate') ? 'terminate' : 'open'
}

/** One row for each session with an action, in the order they began; `items` are all of the participant's. */
export function sessionsOf(items: readonly Item[], participant: DatasetParticipant): SessionRow[] {
  const missing = countMissing(items)
  const gaps = gapsBySession(items)
  return [...actionsBySession(items)].map(([session_id, actions]) => {
    const times = actions.map(({ action }) => action.timestamp)
    const reasons = Map.groupBy(gaps.get(session_id) ?? [], ({ reason }) => reason)
    return {
      schema_version: 1,
      study_id: participant.study_id,
      study_version: participant.study_version,
      participant_id: participant.participant_id,
      participant_kind: participant.participant_kind,
      session_id,
      started_at: times.reduce((a, b) => Math.min(a, b)),
      ended_at: times.reduce((a, b) => Math.max(a, b)),
      steps: actions.filter(({ action }) => action.step_index !== null).length,
      actions: actions.length,
      outcome: outcomeOf(actions),
      missing: missing.get(session_id) ?? 0,
      gaps: [...reasons].map(([reason, { length }]) => ({ reason, count: length })),
    }
  })
}
