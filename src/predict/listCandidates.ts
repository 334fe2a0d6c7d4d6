import {
  type ClickType,
  type ContextElement,
  type Observation,
  type PredictedAction,
  parseContext,
} from '../../schemas/index.ts'
import type { KnownStep } from './port.ts'

/** What kind of action a candidate is, for base rates: a click by its type, or one of the other two. */
export type CandidateKind = ClickType | 'type_and_submit' | 'terminate'

export interface CandidateAction {
  action: PredictedAction
  kind: CandidateKind
  /** The element acted on; null for `terminate`. */
  element: ContextElement | null
  /** Type and name: equal keys are the same action but for its text. */
  key: string
}

/** The key of an action, as in `CandidateAction`. */
export function actionKey(action: PredictedAction): string {
  return action.type === 'terminate' ? action.type : `${action.type} ${action.name}`
}

const TEXT_FIELD_TYPES = new Set(['', 'text', 'search'])

function isTextField({ tag, attributes }: ContextElement): boolean {
  return tag === 'textarea' || (tag === 'input' && TEXT_FIELD_TYPES.has(attributes.type ?? ''))
}

/** The best guess at what will be submitted: what stands in the field, else the session's last query, else nothing. */
function guessText(element: ContextElement, history: readonly KnownStep[]): string {
  let lastQuery = ''
  for (const { action } of history.toReversed()) {
    if (action.type === 'input' && action.name === element.name && !action.masked) return action.text
    if (action.type === 'type_and_submit' && lastQuery === '') lastQuery = action.text
  }
  return element.attributes.value || lastQuery
}

/**
 * Everything the participant could do next that this page names: a click on each element, `type_and_submit` in each text
 * field, and `terminate`; in page order, each key once. An empty `text` is a guess at the type and field alone.
 */
export function listCandidates(observation: Observation, history: readonly KnownStep[]): CandidateAction[] {
  const byKey = new Map<string, CandidateAction>()
  const add = (action: PredictedAction, kind: CandidateKind, element: ContextElement | null): void => {
    const key = actionKey(action)
    if (!byKey.has(key)) byKey.set(key, { action, kind, element, key })
  }
  for (const element of parseContext(observation.context)) {
    add({ type: 'click', name: element.name }, element.click_type, element)
    if (isTextField(element)) {
      const text = guessText(element, history)
      add({ type: 'type_and_submit', name: element.name, text }, 'type_and_submit', element)
    }
  }
  add({ type: 'terminate' }, 'terminate', null)
  return [...byKey.values()]
}
