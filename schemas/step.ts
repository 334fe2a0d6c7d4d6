import { z } from 'zod'
import { action, predictedAction } from './action.ts'
import { clickType } from './clickType.ts'
import { participantKind, timestamp, uuid } from './common.ts'
import { observation } from './observation.ts'
import { prediction } from './prediction.ts'

/** One row of `sessions.jsonl`. */
export const sessionRow = z.strictObject({
  schema_version: z.literal(1),
  study_id: z.string(),
  study_version: z.int().positive(),
  participant_id: uuid,
  participant_kind: participantKind,
  session_id: uuid,
  started_at: timestamp,
  ended_at: timestamp,
  steps: z.int().nonnegative().describe('Predicted actions, `terminate` included.'),
  actions: z.int().nonnegative().describe('All actions, history included.'),
  outcome: z.enum(['purchase', 'terminate', 'open']).describe('`open`: the session has not ended yet.'),
  missing: z.int().nonnegative().describe('Actions known to be missing by `document_seq`; 0 means complete.'),
  gaps: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
})

/** One row of `steps.jsonl`: an observation, the action taken on it, and the history since the step before. */
export const stepRow = z.strictObject({
  schema_version: z.literal(1),
  study_id: z.string(),
  participant_id: uuid,
  participant_kind: participantKind,
  session_id: uuid,
  step_index: z.int().nonnegative(),
  seq: z.int().positive(),
  timestamp: timestamp,
  tab: z.int().nonnegative(),
  action: predictedAction,
  click_type: clickType.nullable(),
  observation: observation.nullable(),
  history: z.array(action).describe('`input`, `scroll`, `navigate` and `tab` since the step before, in order.'),
  rationale: z.strictObject({ source: z.enum(['human', 'synthetic']), text: z.string() }).nullable(),
})

/** One row of `predictions.jsonl`: a prediction beside what it predicted. */
export const predictionRow = z.strictObject({
  schema_version: z.literal(1),
  study_id: z.string(),
  participant_id: uuid,
  participant_kind: participantKind,
  seq: z.int().positive(),
  action_seq: z
    .int()
    .positive()
    .nullable()
    .describe('`seq` of the action predicted; always the greater. Null where none followed.'),
  actual: predictedAction.nullable(),
  scored: z.boolean().describe("True for the predictor's last prediction of the step: the one that counts."),
  hit: z.boolean().nullable().describe('Top candidate equal to the action; null where there is nothing to compare.'),
  ...prediction.omit({ schema_version: true }).shape,
})

export type SessionRow = z.infer<typeof sessionRow>
export type StepRow = z.infer<typeof stepRow>
export type PredictionRow = z.infer<typeof predictionRow>
