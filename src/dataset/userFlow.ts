import type { Action, StepRow } from '../../schemas/index.ts'
import { type FlowTarget, flowSelectors } from './flowSelectors.ts'
import type { Flow, FlowStep } from './flowStep.ts'

/** From an element's corner, px: near the middle of a small one, and within the round ends of a button up to 68 px high. */
const OFFSET = 10
/** Longest wait for one step, ms. */
const TIMEOUT_MS = 10_000
/** Moves of the participant that no click led to. */
const MOVES = new Set(['typed', 'back', 'forward', 'back_forward', 'reload'])

/** What a replay cannot repeat. */
export interface LeftOut {
  step_index: number
  why: string
}

export interface UserFlow {
  flow: Flow
  left_out: LeftOut[]
}

const VIEWPORT = {
  type: 'setViewport',
  width: 1280,
  height: 800,
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
  isLandscape: false,
} as const

/** A scrubbed address leads nowhere where something of it is blank. */
const isReachable = (url: string): boolean => /^https?:/.test(url) && !/\[[a-z_]+\]/.test(url)

/**
 * A session's steps as a user flow of Chrome's DevTools Recorder, for `@puppeteer/replay` and everything that reads its
 * format (https://github.com/puppeteer/replay, `Schema.ts`).
 *
 * Elements are found again by role and text, so a flow needs steps exported with page content. One tab replays what was
 * done in several. `left_out` says what is not in the flow, and why; the flow's title names those steps too.
 */
export function userFlow(steps: readonly StepRow[], title: string): UserFlow {
  const contexts = new Map(steps.flatMap(({ observation: o }) => (o ? [[o.observation_id, o.context] as const] : [])))
  const out: FlowStep[] = [VIEWPORT]
  const left_out: LeftOut[] = []
  /** What the next page comes from: it has to be waited for. */
  let cause: (FlowStep & { type: 'click' | 'change' | 'keyDown' }) | null = null
  let at = { url: '', tab: -1 }

  const leaveOut = ({ step_index }: StepRow, why: string): void => void left_out.push({ step_index, why })
  const find = (step: StepRow, observation_id: string | null, target: FlowTarget): string[][] => {
    const context = contexts.get(observation_id ?? '') ?? step.observation?.context ?? ''
    return flowSelectors(context, target)
  }
  function goTo(step: StepRow, url: string, tab: number): void {
    if (isReachable(url)) out.push({ type: 'navigate', url })
    else leaveOut(step, `${url || 'a page without an address'} cannot be opened: part of its address is blanked`)
    at = { url, tab }
    cause = null
  }

  function repeat(step: StepRow, past: Action): void {
    if (past.type === 'scroll') out.push({ type: 'scroll', x: 0, y: past.to })
    else if (past.type === 'input') {
      const selectors = find(step, past.observation_id, { name: past.name })
      if (past.masked) leaveOut(step, `what was entered in ${past.name} was not recorded`)
      else if (selectors.length === 0) leaveOut(step, `${past.name} cannot be found again by what it says`)
      else {
        cause = { type: 'change', selectors, value: past.text }
        out.push(cause)
      }
    } else if (past.type === 'navigate') {
      if (past.how === 'in_page') at = { url: past.to, tab: past.tab }
      else if (MOVES.has(past.how) || !cause) goTo(step, past.to, past.tab)
      else {
        // A list that sends itself: the runner stops at it, since what its options stand for was not recorded.
        if (cause.type === 'change' && isReachable(past.to)) {
          out.splice(out.indexOf(cause), 1)
          leaveOut(step, 'what was entered sent itself; the page it led to is opened instead')
          goTo(step, past.to, past.tab)
        } else {
          cause.assertedEvents = [{ type: 'navigation' }]
          cause = null
          at = { url: past.to, tab: past.tab }
        }
      }
    }
  }

  for (const [index, step] of steps.entries()) {
    const { action, observation, history, tab } = step
    const isFirst = index === 0
    if (isFirst && observation) goTo(step, observation.url, tab)
    for (const past of history) {
      // What happened in another tab meanwhile: where a step follows there, its page is opened.
      if (past.tab === at.tab && !(isFirst && past.type === 'navigate')) repeat(step, past)
    }
    if (observation && tab !== at.tab) goTo(step, observation.url, tab)
    if (action.type === 'terminate') continue
    const { observation_id = null } = observation ?? {}
    const selectors = find(step, observation_id, { name: action.name, element: step.element })
    cause = null
    if (selectors.length === 0) {
      leaveOut(step, `${action.name} cannot be found again by what it says`)
      continue
    }
    const click: FlowStep & { type: 'click' } = { type: 'click', selectors, offsetX: OFFSET, offsetY: OFFSET }
    out.push(click)
    if (action.type === 'click') cause = click
    else {
      cause = { type: 'keyDown', key: 'Enter' }
      out.push({ type: 'change', selectors, value: action.text }, cause, { type: 'keyUp', key: 'Enter' })
    }
  }
  const missing = [...new Set(left_out.map(({ step_index }) => step_index))]
  const told = missing.length > 0 ? ` (not repeated in full: step ${missing.join(', ')})` : ''
  return { flow: { title: `${title}${told}`, timeout: TIMEOUT_MS, steps: out }, left_out }
}
