import type { Action, Item, StepRow } from '../../schemas/index.ts'
import { toPredicted } from '../score/toPredicted.ts'
import { actionsBySession } from './actionsBySession.ts'
import { participantFields } from './participantFields.ts'
import type { DatasetParticipant } from './source.ts'

type Attention = Pick<StepRow, 'dwell_ms' | 'visible_ms' | 'focused_ms'>

function attentionOf(action: Action): Attention {
  const { dwell_ms = null, visible_ms = null, focused_ms = null } = action as Partial<Attention>
  return { dwell_ms, visible_ms, focused_ms }
}

/**
 * One row for each step, session after session: the page, what was done on it, and the history since the step before
 * of the same session. `items` are all of the participant's.
 */
export function stepsOf(items: readonly Item[], participant: DatasetParticipant): StepRow[] {
  const observations = new Map(
    items.flatMap(({ kind, data }) => (kind === 'observation' ? [[data.observation_id, data] as const] : [])),
  )
  const said = new Map(
    items.flatMap(({ kind, data }) =>
      kind === 'rationale' && data.outcome === 'answered' ? [[data.action_id, data.text] as const] : [],
    ),
  )
  const rows: StepRow[] = []
  for (const [session_id, actions] of actionsBySession(items)) {
    let history: Action[] = []
    for (const { seq, action } of actions) {
      const predicted = toPredicted(action)
      if (!predicted || action.step_index === null) {
        history.push(action)
        continue
      }
      const text = said.get(action.action_id)
      rows.push({
        schema_version: 1,
        ...participantFields(participant),
        session_id,
        step_index: action.step_index,
        seq,
        timestamp: action.timestamp,
        tab: action.tab,
        ...(action.tab_seq !== undefined && { tab_seq: action.tab_seq }),
        action: predicted,
        click_type: action.type === 'click' ? action.click_type : null,
        ...(action.type === 'click' ? { element: { role: action.role, text: action.text } } : {}),
        observation: observations.get(action.observation_id ?? '') ?? null,
        ...attentionOf(action),
        history,
        rationale: text === undefined ? null : { source: 'human', text },
      })
      history = []
    }
  }
  return rows
}
