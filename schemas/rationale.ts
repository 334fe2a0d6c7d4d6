import { z } from 'zod'
import { timestamp, uuid } from './common.ts'

/**
 * Id of what a participant was asked about an action. Made of the action's own id: a step is asked about once, and who
 * deletes it can name what was said about it, wherever that lies.
 */
export const rationaleIdOf = (action_id: string): `why:${string}` => `why:${action_id}`

/** A question put to the participant about a step just taken, and what came of it. */
export const rationale = z.strictObject({
  schema_version: z.literal(1).describe('Version of this schema.'),
  rationale_id: z
    .string()
    .regex(/^why:[0-9a-f-]{36}$/)
    .describe("`why:` and the action's id; makes a repeated delivery harmless."),
  action_id: uuid.describe('The action asked about.'),
  session_id: uuid.describe("The action's session."),
  step_index: z.int().nonnegative().describe("The action's step in its session."),
  asked_at: timestamp.describe('When the question was put.'),
  answered_at: timestamp.nullable().describe('When it was answered or skipped; null where it was missed.'),
  outcome: z
    .enum(['answered', 'skipped', 'missed'])
    .describe('`answered` in time, `skipped` by the participant, or `missed`: the time limit passed.'),
  text: z.string().max(2000).describe("The participant's words, scrubbed; empty unless answered."),
  source: z.literal('human').describe('Who gave the reason: the participant.'),
  chance: z
    .number()
    .gt(0)
    .max(1)
    .describe('Probability with which this step was picked: the study’s, halved for every "ask me less".'),
  language: z.string().max(35).describe('BCP 47 language in which the question was put.'),
})

export type Rationale = z.infer<typeof rationale>
