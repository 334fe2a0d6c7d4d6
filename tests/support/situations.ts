import type { Action, StepRow } from '../../schemas/index.ts'
import type { PastAction, PastStep, Situation } from '../../src/predict/port.ts'
import { fakeUuid } from './simulateShopper.ts'

/** A row's action as the recorder stores it, whole. */
export function actionOf(row: StepRow): Action {
  const whole = {
    schema_version: 1 as const,
    session_id: row.session_id,
    step_index: row.step_index,
    tab: row.tab,
    url: row.observation?.url ?? '',
    observation_id: row.observation?.observation_id ?? null,
    action_id: fakeUuid(row.seq, row.step_index),
    timestamp: row.timestamp,
    document_id: fakeUuid(row.seq),
    document_seq: row.seq,
  }
  const { action } = row
  if (action.type === 'click')
    return { ...whole, ...action, click_type: row.click_type ?? 'other', role: 'button', text: action.name }
  return action.type === 'terminate' ? { ...whole, ...action, reason: 'closed' } : { ...whole, ...action }
}

/**
 * What the background hands to a predictor, step by step: whole actions, history bound to the page it happened on, in one
 * session at a time.
 */
export function* liveSituations(
  rows: readonly StepRow[],
): Generator<{ situation: Situation; actual: PastAction; row: StepRow }> {
  let history: PastStep[] = []
  let session = ''
  for (const row of rows) {
    if (row.session_id !== session) history = []
    session = row.session_id
    for (const action of row.history) history.push({ observation: row.observation, action })
    const actual = actionOf(row)
    if (row.observation) yield { situation: { history: [...history], observation: row.observation }, actual, row }
    history.push({ observation: row.observation, action: actual })
  }
}
