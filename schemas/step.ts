import { z } from 'zod'
import { action, predictedAction } from './action.ts'
import { clickType } from './clickType.ts'
import { participantKind, timestamp, uuid } from './common.ts'
import { observation } from './observation.ts'
import { prediction } from './prediction.ts'
import { rationale } from './rationale.ts'
import { surveyAnswer } from './survey.ts'

/** Whose row it is. */
const whose = {
  study_id: z.string().describe('The study.'),
  participant_id: uuid.describe('Pseudonym, made on the device.'),
  participant_kind: participantKind.describe("A real participant, a researcher's test, or a script (`synthetic`)."),
}

const milliseconds = z.int().nonnegative().nullable().optional()

/** One row of `sessions.jsonl`. */
export const sessionRow = z.strictObject({
  schema_version: z.literal(1).describe('Version of the schema of this row.'),
  study_id: z.string().describe('The study.'),
  study_version: z.int().positive().describe("Version of the study that the participant's newest consent is to."),
  participant_id: uuid.describe('Pseudonym, made on the device.'),
  participant_kind: participantKind.describe("A real participant, a researcher's test, or a script (`synthetic`)."),
  session_id: uuid.describe('Consecutive steps of one participant, cut by an idle gap.'),
  started_at: timestamp.describe('Its first action, ms since 1970 by the device.'),
  ended_at: timestamp.describe('Its last action, ms since 1970 by the device.'),
  steps: z.int().nonnegative().describe('Predicted actions, `terminate` included.'),
  actions: z.int().nonnegative().describe('All actions, history included.'),
  outcome: z
    .enum(['purchase', 'terminate', 'open'])
    .describe(
      '`purchase`: an order was begun (buy now, checkout, place order); `open`: the session has not ended yet.',
    ),
  missing: z
    .int()
    .nonnegative()
    .describe('Actions known to be missing by `document_seq` and `tab_seq`; 0 means complete.'),
  gaps: z
    .array(
      z.strictObject({
        reason: z.string().describe('Why something is missing.'),
        count: z.int().describe('Gap records with this reason.'),
      }),
    )
    .describe('What the device itself noted as missing, by reason.'),
})

/** One row of `steps.jsonl`: an observation, the action taken on it, and the history since the step before. */
export const stepRow = z.strictObject({
  schema_version: z.literal(1).describe('Version of the schema of this row.'),
  ...whose,
  session_id: uuid.describe('The session; joins with `sessions.jsonl`.'),
  step_index: z.int().nonnegative().describe('Index of the step in its session, from 0.'),
  seq: z.int().positive().describe("The action's place among all that the participant's device stored."),
  timestamp: timestamp.describe('When the action happened, ms since 1970 by the device.'),
  tab: z.int().nonnegative().describe('Pseudonym of the browser tab, counted from 0 on the device.'),
  tab_seq: z.int().nonnegative().optional().describe('Place among the actions of the session in this tab, from 0.'),
  action: predictedAction.describe('What the participant did.'),
  click_type: clickType.nullable().describe("OPeRA's click type; null where the action is no click."),
  element: z
    .strictObject({
      role: z.string().max(40).describe('ARIA role of the element clicked.'),
      text: z.string().max(2000).describe('Its accessible text, scrubbed, shortened.'),
    })
    .optional()
    .describe('What was clicked, as the page had it; left out where the action is no click.'),
  observation: observation.nullable().describe('The page before the action; null where none was seen yet.'),
  dwell_ms: milliseconds.describe("Time since the document's last step, its start or its return, ms; null: not known."),
  visible_ms: milliseconds.describe('Of that, how long the tab was the one in front in its window, ms.'),
  focused_ms: milliseconds.describe('Of that, how long its window also had the focus, ms.'),
  history: z.array(action).describe('`input`, `scroll`, `navigate` and `tab` since the step before, in order.'),
  rationale: z
    .strictObject({
      source: z.enum(['human', 'synthetic']).describe("The participant's own words, or a model's."),
      text: z.string().describe('The reason given.'),
    })
    .nullable()
    .describe('Why, or null where nobody was asked.'),
})

/** One row of `predictions.jsonl`: a prediction beside what it predicted. */
export const predictionRow = z.strictObject({
  schema_version: z.literal(1).describe('Version of the schema of this row.'),
  ...whose,
  seq: z.int().positive().describe("The prediction's place among all that the participant's device stored."),
  action_seq: z
    .int()
    .positive()
    .nullable()
    .describe('`seq` of the action predicted; always the greater. Null where none followed.'),
  actual: predictedAction.nullable().describe('What the participant then did; null where nothing followed.'),
  scored: z
    .boolean()
    .describe(
      "True for the prediction of the step that counts: the predictor's last one on the page acted on, before the action.",
    ),
  hit: z.boolean().nullable().describe('Top candidate equal to the action; null where there is nothing to compare.'),
  ...prediction.omit({ schema_version: true }).shape,
})

/** One row of `rationales.jsonl`: a question about a step, answered or not. */
export const rationaleRow = z.strictObject({
  schema_version: z.literal(1).describe('Version of the schema of this row.'),
  ...whose,
  seq: z.int().positive().describe("The question's place among all that the participant's device stored."),
  action: predictedAction.nullable().describe('What was asked about; null where that step is not in the dataset.'),
  click_type: clickType.nullable().describe("OPeRA's click type of it; null where it is no click."),
  ...rationale.omit({ schema_version: true }).shape,
})

export type RationaleRow = z.infer<typeof rationaleRow>

/** One row of `surveys.jsonl`: what a participant answered to one question. */
export const surveyRow = z.strictObject({
  schema_version: z.literal(1).describe('Version of the schema of this row.'),
  ...whose,
  seq: z.int().positive().describe("The answer's place among all that the participant's device stored."),
  question: z
    .string()
    .nullable()
    .describe('The question in the language it was asked in; null where no study file kept here has it.'),
  quasi_identifier: z
    .boolean()
    .describe('Whether the study file says that the answer could help to tell who somebody is.'),
  ...surveyAnswer.omit({ schema_version: true }).shape,
})

export type SessionRow = z.infer<typeof sessionRow>
export type StepRow = z.infer<typeof stepRow>
export type PredictionRow = z.infer<typeof predictionRow>
export type SurveyRow = z.infer<typeof surveyRow>
