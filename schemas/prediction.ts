import { z } from 'zod'
import { predictedAction } from './action.ts'
import { sha256, timestamp, uuid } from './common.ts'

/** One ranked candidate. */
export const candidate = z.strictObject({
  action: predictedAction.describe('What may come next.'),
  probability: z.number().min(0).max(1).describe('How likely, by the predictor.'),
})

/** Ranked candidate actions, committed before the action they predict. */
export const prediction = z.strictObject({
  schema_version: z.literal(1).describe('Version of this schema.'),
  prediction_id: uuid.describe('Made on the device; makes a repeated delivery harmless.'),
  session_id: uuid.describe('The session it was made in.'),
  step_index: z
    .int()
    .nonnegative()
    .describe('The step predicted; the action that takes this index comes later in `seq`.'),
  observation_id: sha256.describe('The page the prediction was made on.'),
  predictor: z.string().min(1).max(80).describe('Id of the predictor, as `ranker` or `claude:claude-haiku-5-5`.'),
  predictor_version: z.string().max(40).describe('Version of its code or prompt.'),
  learned_from: z
    .int()
    .nonnegative()
    .describe('Steps of this participant it had learned from; 0 means published base rates alone.'),
  committed_at: timestamp.describe('When it was stored.'),
  latency_ms: z.number().nonnegative().describe('From the request to the answer.'),
  visibility: z
    .enum(['off', 'blind', 'open'])
    .describe('Whether the participant could see it before acting (`open`) or only after (`blind`).'),
  candidates: z.array(candidate).max(20).describe('Most probable first; probabilities sum to at most 1.'),
  rationale: z.string().max(4000).nullable().describe("The model's own reason, scrubbed, or null."),
  error: z.string().max(500).nullable().describe('Why there are no candidates, or null.'),
})

export type Candidate = z.infer<typeof candidate>
export type Prediction = z.infer<typeof prediction>
