import { z } from 'zod'
import { clickType } from './clickType.ts'
import { elementName, sha256, timestamp, uuid } from './common.ts'

const text = z.string().max(2000)

/** The three actions that are predicted. */
export const predictedAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('click').describe('An element was clicked.'),
    name: elementName.describe('Name of the element clicked.'),
  }),
  z.strictObject({
    type: z.literal('type_and_submit').describe('A text was typed into a field and submitted.'),
    name: elementName.describe('Name of the field.'),
    text: text.describe('What is submitted, scrubbed.'),
  }),
  z.strictObject({ type: z.literal('terminate').describe('The session ended.') }),
])

const milliseconds = z.int().nonnegative().optional()

/** How long the document was looked at before a step: counted from the step before it in the same document, or from its start. */
const attention = {
  dwell_ms: milliseconds.describe("Time since the document's last step, its start or its return, ms by the device."),
  visible_ms: milliseconds.describe('Of that, how long the tab was the one in front in its window, ms.'),
  focused_ms: milliseconds.describe('Of that, how long its window also had the focus, ms.'),
}

/** What the participant did, by type. `click`, `type_and_submit` and `terminate` are steps; the others are history. */
const kinds = [
  {
    type: z.literal('click').describe('An element was clicked.'),
    name: elementName.describe('Name of the element clicked.'),
    click_type: clickType.describe("OPeRA's click type."),
    role: z.string().max(40).describe('ARIA role of the element.'),
    text: text.describe('Accessible text of the element, scrubbed, shortened.'),
    ...attention,
  },
  {
    type: z.literal('type_and_submit').describe('A text was typed into a field and submitted.'),
    name: elementName.describe('Name of the field.'),
    text: text.describe('What was submitted, scrubbed.'),
    ...attention,
  },
  {
    type: z.literal('terminate').describe('The session ended.'),
    reason: z
      .enum(['idle', 'closed', 'browser_closed', 'paused', 'withdrawn'])
      .describe('Why the session counts as ended: no step for the idle time, every shop tab closed, browser closed, …'),
  },
  {
    type: z.literal('input').describe('A field was changed, and not submitted.'),
    name: elementName.describe('Name of the field.'),
    text: text.describe('Its value after the change, scrubbed; empty for a field that is never recorded.'),
    masked: z.boolean().describe('True where the value was withheld.'),
  },
  {
    type: z.literal('scroll').describe('The page was scrolled.'),
    from: z.int().nonnegative().describe('Vertical position before, CSS pixels.'),
    to: z.int().nonnegative().describe('Vertical position after, CSS pixels.'),
    page_height: z.int().nonnegative().describe('Scrollable height, CSS pixels.'),
  },
  {
    type: z.literal('navigate').describe('The tab went to another page.'),
    how: z
      .enum(['link', 'typed', 'back', 'forward', 'back_forward', 'reload', 'in_page'])
      .describe('How the page was reached.'),
    to: z.string().max(2000).describe('Scrubbed address of the page arrived at.'),
  },
  {
    type: z.literal('tab').describe('The tab was shown, hidden, opened or closed.'),
    how: z
      .enum(['shown', 'hidden', 'opened', 'closed'])
      .describe('What happened to the tab; `opened`: the first page of the study in it since the browser started.'),
    opener: z.int().nonnegative().optional().describe('Pseudonym of the tab from which it was opened, where known.'),
  },
] as const

/** Where and when in a document an action happened; the content script knows this much. */
const captured = {
  action_id: uuid.describe('Made on the device; makes a repeated delivery harmless.'),
  timestamp: timestamp.describe('When it happened.'),
  document_id: uuid.describe('One loaded document in one tab.'),
  document_seq: z.int().nonnegative().describe('Counts the actions of the document from 0, without holes.'),
}

/** Where an action stands in the participant's trace; the background knows this. */
const placed = {
  schema_version: z.literal(1).describe('Version of this schema.'),
  session_id: uuid.describe('Consecutive steps of one participant, cut by an idle gap.'),
  step_index: z
    .int()
    .nonnegative()
    .nullable()
    .describe(
      'Index among the predicted actions of the session, from 0; null for history (input, scroll, navigate, tab).',
    ),
  tab: z.int().nonnegative().describe('Pseudonym of the browser tab, counted from 0 on the device.'),
  tab_seq: z
    .int()
    .nonnegative()
    .optional()
    .describe('Counts the actions of the session in this tab from 0, without holes, as the device stored them.'),
  url: z.string().max(2000).describe('Scrubbed address of the page acted on.'),
  observation_id: sha256.nullable().describe('The page before the action; null where none was seen yet.'),
}

const [click, typeAndSubmit, terminate, input, scroll, navigate, tab] = kinds

/** What an action was aimed at, before it has a name. */
export const actionTarget = z.strictObject({
  control: z.int().nonnegative().nullable().describe("Number of its control in the page's reading; null for none."),
  near: z.array(z.int().nonnegative()).max(60).describe('Controls next to what is in no reading.'),
  observation_no: z
    .int()
    .nonnegative()
    .optional()
    .describe('The observation whose controls are meant, where it is not the one that the action stands on.'),
  isWithin: z.boolean().describe('It stands in the one that is `near`.'),
  role: z.string().max(40).describe('ARIA role of the element.'),
  text: text.describe('Accessible text of the element, scrubbed, shortened.'),
})

/** An action as captured. `observation_no` is the document's own count of observations, null before the first. */
const seen = { ...captured, observation_no: z.int().nonnegative().nullable() }
export const capturedAction = z.discriminatedUnion('type', [
  z.strictObject({ ...seen, ...click }),
  z.strictObject({ ...seen, ...typeAndSubmit }),
  z.strictObject({ ...seen, ...input }),
  z.strictObject({ ...seen, ...scroll }),
  z.strictObject({ ...seen, ...navigate }),
  z.strictObject({ ...seen, ...tab }),
])

const { type: clicked } = click
const { name: _, ...submitted } = typeAndSubmit
const { name: __, ...entered } = input

const { action_id: ___, ...sent } = seen

/** An action as the content script sends it: what it was aimed at is named, and it gets its id, in the background. */
export const seenAction = z.discriminatedUnion('type', [
  z.strictObject({ ...sent, type: clicked, target: actionTarget, ...attention }),
  z.strictObject({ ...sent, ...submitted, target: actionTarget }),
  z.strictObject({ ...sent, ...entered, target: actionTarget }),
  z.strictObject({ ...sent, ...scroll }),
  z.strictObject({ ...sent, ...navigate }),
  z.strictObject({ ...sent, ...tab }),
])

const whole = { ...placed, ...captured }
export const action = z.discriminatedUnion('type', [
  z.strictObject({ ...whole, ...click }),
  z.strictObject({ ...whole, ...typeAndSubmit }),
  z.strictObject({ ...whole, ...terminate }),
  z.strictObject({ ...whole, ...input }),
  z.strictObject({ ...whole, ...scroll }),
  z.strictObject({ ...whole, ...navigate }),
  z.strictObject({ ...whole, ...tab }),
])

export type PredictedAction = z.infer<typeof predictedAction>
export type ActionTarget = z.infer<typeof actionTarget>
export type SeenAction = z.infer<typeof seenAction>
export type CapturedAction = z.infer<typeof capturedAction>
export type Action = z.infer<typeof action>
export type ActionType = Action['type']
export type PredictedType = PredictedAction['type']
