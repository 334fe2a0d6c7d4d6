import type { Observation } from '../../../schemas/index.ts'
import { toPredicted } from '../../score/toPredicted.ts'
import { knownHistory } from '../knownHistory.ts'
import type { KnownStep, Situation } from '../port.ts'
import { estimateTokens } from './estimateTokens.ts'
import { planShrinking, type StepSize } from './planShrinking.ts'
import { renderEvents } from './renderEvents.ts'
import { type PageDetail, renderPage } from './renderPage.ts'
import { systemPrompt } from './systemPrompt.ts'

/** A turn of the conversation; `parts` of a user turn are the page and, after it, what happened on it short of a step. */
export interface Turn {
  role: 'user' | 'assistant'
  parts: string[]
}

export interface Prompt {
  system: string
  /** Past steps in order (user: the page, assistant: the action taken), then the current page. */
  turns: Turn[]
}

export interface PromptOptions {
  /** Most tokens, as `estimateTokens` counts them, that pages and actions may take; one page at most a quarter. Default 80,000. */
  budget?: number
}

/** A step of the session with the events around it; `action` is null for the page now. */
interface Visit {
  observation: Observation | null
  action: string | null
  /** Known when the page came into view. */
  before: KnownStep[]
  /** What happened on the page after that. */
  after: KnownStep[]
}

function visits(situation: Situation): Visit[] {
  const list: Visit[] = []
  let events: KnownStep[] = []
  const add = (observation: Observation | null, action: string | null): void => {
    const onPage = ({ action }: KnownStep): boolean =>
      observation !== null && 'observation_id' in action && action.observation_id === observation.observation_id
    const { true: after = [], false: before = [] } = Object.groupBy(events, (event) => `${onPage(event)}` as const)
    list.push({ observation, action, before, after })
    events = []
  }
  for (const step of knownHistory(situation)) {
    const predicted = toPredicted(step.action)
    if (predicted) add(step.observation, JSON.stringify(predicted))
    else events.push(step)
  }
  add(situation.observation, null)
  return list
}

/** The first part of a user turn, byte for byte the same while its page is current and ever after. */
function firstPart(visit: Visit, index: number, detail: PageDetail, budget: number): string {
  // A quarter of the budget at 2.8 characters a token: the page now is never shrunk, so it must not fill the prompt alone.
  return renderEvents(visit.before) + renderPage(index + 1, visit.observation, detail, budget * 0.7)
}

const isSame = (visit: Visit, previous: Visit | undefined): boolean =>
  visit.observation !== null && visit.observation.observation_id === previous?.observation?.observation_id

/**
 * The prompt for a situation, shared by every language model, in the browser and in Node.
 *
 * It is append-only: the prompt for a step is the prompt for the step before, plus what happened on its page, the action
 * taken, and the new page. See `planShrinking` for the rare exceptions.
 */
export function buildPrompt(situation: Situation, { budget = 80_000 }: PromptOptions = {}): Prompt {
  const all = visits(situation)
  const sizes = all.map((visit, index): StepSize => {
    const size = (detail: PageDetail): number => estimateTokens(firstPart(visit, index, detail, budget))
    const whole = size('full')
    return {
      whole,
      shown: isSame(visit, all[index - 1]) ? size('same') : whole,
      brief: size('brief'),
      rest: estimateTokens(renderEvents(visit.after) + (visit.action ?? '')),
    }
  })
  const { dropBefore, briefBefore } = planShrinking(sizes, budget)

  const turns: Turn[] = []
  all.forEach((visit, index) => {
    if (index < dropBefore) return
    const same = index > briefBefore && isSame(visit, all[index - 1])
    const detail = index < briefBefore ? 'brief' : same ? 'same' : 'full'
    const dropped = index === dropBefore && index > 0 ? `[${index} earlier steps left out]\n` : ''
    const parts = [dropped + firstPart(visit, index, detail, budget), renderEvents(visit.after)]
    turns.push({ role: 'user', parts: parts.filter((part) => part !== '') })
    if (visit.action) turns.push({ role: 'assistant', parts: [visit.action] })
  })
  return { system: systemPrompt, turns }
}
