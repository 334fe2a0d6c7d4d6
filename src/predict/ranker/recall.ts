import { type ClickType, parseContext } from '../../../schemas/index.ts'
import { toPredicted } from '../../score/toPredicted.ts'
import { actionKey } from '../listCandidates.ts'
import type { KnownStep, Situation } from '../port.ts'
import { hashText } from './hash.ts'
import { type NamePattern, namePattern } from './namePattern.ts'
import { words } from './words.ts'

/** What the ranker keeps in mind of a session when it looks at a page. */
export interface Recall {
  pageType: number
  steps: number
  /** Hash of the pattern of the action before, and of the one before that; 0 where there was none. */
  last: number
  secondLast: number
  lastKind: number
  lastKey: string
  lastPattern: NamePattern | null
  /** How often each key was taken in this session. */
  taken: ReadonlyMap<string, number>
  /** Elements of the page of the step before; null where it is unknown. */
  namesBefore: ReadonlySet<string> | null
  samePage: boolean
  queryWords: ReadonlySet<string>
  lastWords: ReadonlySet<string>
  bought: boolean
  /** How the page was reached, where that was recorded. */
  reached: string
}

const kindOf = (action: KnownStep['action']): string => (action.type === 'click' ? action.click_type : action.type)

function patternHash({ action }: KnownStep): number {
  return hashText('name' in action ? `${action.type} ${namePattern(action.name).pattern}` : action.type)
}

/** Reads the session's history; the page of the step before is parsed, older ones are known by the actions on them. */
export function recall({ observation }: Situation, history: readonly KnownStep[]): Recall {
  const steps = history.filter(({ action }) => toPredicted(action) !== null)
  const [secondLast, last] = [steps.at(-2), steps.at(-1)]
  const taken = new Map<string, number>()
  let query = ''
  let bought = false
  for (const { action } of steps) {
    const predicted = toPredicted(action)
    if (!predicted) continue
    const key = actionKey(predicted)
    taken.set(key, (taken.get(key) ?? 0) + 1)
    if (action.type === 'type_and_submit') query = action.text
    if (action.type === 'click') bought ||= action.click_type === ('purchase' satisfies ClickType)
  }
  const lastAction = last && toPredicted(last.action)
  const lastName = lastAction && lastAction.type !== 'terminate' ? lastAction.name : ''
  const navigation = history.findLast(
    ({ action }, index) => action.type === 'navigate' && index > history.lastIndexOf(last as KnownStep),
  )
  return {
    pageType: hashText(observation.page_type),
    steps: steps.length,
    last: last ? patternHash(last) : 0,
    secondLast: secondLast ? patternHash(secondLast) : 0,
    lastKind: last ? hashText(kindOf(last.action)) : 0,
    lastKey: lastAction ? actionKey(lastAction) : '',
    lastPattern: lastName ? namePattern(lastName) : null,
    taken,
    namesBefore: last?.observation ? new Set(parseContext(last.observation.context).map(({ name }) => name)) : null,
    samePage: last?.observation?.observation_id === observation.observation_id,
    queryWords: new Set(words(query)),
    lastWords: new Set(words(lastName)),
    bought,
    reached: navigation?.action.type === 'navigate' ? navigation.action.how : '',
  }
}
