import type { PredictedAction } from '../../schemas/index.ts'

/** Any action, recorded or past: only what tells the three predicted types from the rest. */
type AnyAction = PredictedAction | { type: 'input' | 'scroll' | 'navigate' | 'tab' }

/** The action as the predicted action space knows it, or null for history (`input`, `scroll`, `navigate`, `tab`). */
export function toPredicted(action: AnyAction): PredictedAction | null {
  switch (action.type) {
    case 'click':
      return { type: 'click', name: action.name }
    case 'type_and_submit':
      return { type: 'type_and_submit', name: action.name, text: action.text }
    case 'terminate':
      return { type: 'terminate' }
    default:
      return null
  }
}
