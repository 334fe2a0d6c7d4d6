import type { StepRow } from '../../schemas/index.ts'
import { type ContextElement, parseContext } from '../../schemas/index.ts'

/** One step of a DevTools Recorder user flow: the part of `@puppeteer/replay`'s schema that is written here. */
export type FlowStep =
  | {
      type: 'setViewport'
      width: number
      height: number
      deviceScaleFactor: 1
      isMobile: false
      hasTouch: false
      isLandscape: false
    }
  | { type: 'navigate'; url: string }
  | { type: 'click'; selectors: string[][]; offsetX: number; offsetY: number }
  | { type: 'change'; selectors: string[][]; value: string }
  | { type: 'keyDown'; key: string }
  | { type: 'keyUp'; key: string }
  | { type: 'scroll'; x: number; y: number }

export interface UserFlow {
  title: string
  steps: FlowStep[]
}

/** Clicks go to the middle of a small element and inside any larger one. */
const OFFSET = 5
/** Moves that a replay must repeat itself: no click led there. */
const MOVES = new Set(['typed', 'back', 'forward', 'back_forward', 'reload'])

const ROLES: Record<ContextElement['tag'], string> = {
  a: 'link',
  button: 'button',
  input: 'textbox',
  select: 'combobox',
  textarea: 'textbox',
}

const quote = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')

/** Ways to find an element again, best first, from what the dataset keeps of it. */
function selectorsOf(element: ContextElement): string[][] {
  // A shortened text ends in a marker that the page does not have.
  const label = (element.attributes.label ?? element.attributes.placeholder ?? element.text)
    .replace(/[…].*$/, '')
    .trim()
  const { type, role } = element.attributes
  const own =
    role ?? (element.tag === 'input' && (type === 'checkbox' || type === 'radio' || type === 'submit') ? type : null)
  const ariaRole = own === 'submit' ? 'button' : (own ?? ROLES[element.tag])
  const selectors: string[][] = []
  if (label) {
    selectors.push([`aria/${label}[role="${ariaRole}"]`], [`aria/${label}`])
    if (element.tag === 'a' || element.tag === 'button') selectors.push([`text/${label}`])
    if (element.attributes.placeholder) selectors.push([`${element.tag}[placeholder="${quote(label)}"]`])
  }
  if (type) selectors.push([`${element.tag}[type="${quote(type)}"]`])
  return selectors
}

function find(step: StepRow, name: string): string[][] {
  const element = parseContext(step.observation?.context ?? '').find((one) => one.name === name)
  return element ? selectorsOf(element) : []
}

/**
 * A session as a user flow of Chrome's DevTools Recorder, for `@puppeteer/replay` and everything that reads its format
 * (https://github.com/puppeteer/replay, `Schema.ts`).
 *
 * Elements are found again by role and text, from the page before each action, so a flow needs steps exported with page
 * content. `unresolved` names the steps whose element could not be described; they are left out of the flow.
 */
export function userFlow(steps: readonly StepRow[], title: string): { flow: UserFlow; unresolved: number[] } {
  const out: FlowStep[] = [
    {
      type: 'setViewport',
      width: 1280,
      height: 800,
      deviceScaleFactor: 1,
      isMobile: false,
      hasTouch: false,
      isLandscape: false,
    },
  ]
  const unresolved: number[] = []
  const start = steps[0]?.observation?.url
  if (start) out.push({ type: 'navigate', url: start })
  for (const [index, step] of steps.entries()) {
    for (const past of step.history) {
      if (past.type === 'scroll') out.push({ type: 'scroll', x: 0, y: past.to })
      if (past.type === 'navigate' && MOVES.has(past.how) && index > 0) out.push({ type: 'navigate', url: past.to })
      if (past.type === 'input' && !past.masked) {
        const selectors = find(step, past.name)
        if (selectors.length > 0) out.push({ type: 'change', selectors, value: past.text })
      }
    }
    const { action } = step
    if (action.type === 'terminate') continue
    const selectors = find(step, action.name)
    if (selectors.length === 0) {
      unresolved.push(step.step_index)
      continue
    }
    if (action.type === 'click') out.push({ type: 'click', selectors, offsetX: OFFSET, offsetY: OFFSET })
    else {
      out.push({ type: 'click', selectors, offsetX: OFFSET, offsetY: OFFSET })
      out.push({ type: 'change', selectors, value: action.text })
      out.push({ type: 'keyDown', key: 'Enter' }, { type: 'keyUp', key: 'Enter' })
    }
  }
  return { flow: { title, steps: out }, unresolved }
}
