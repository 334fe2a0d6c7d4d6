import { z } from 'zod'
import { action } from './action.ts'
import { gap } from './gap.ts'
import { observation } from './observation.ts'
import { prediction } from './prediction.ts'
import { rationale } from './rationale.ts'
import { surveyAnswer } from './survey.ts'

/** What every item has, whatever its kind. */
export const itemEnvelope = {
  item_id: z
    .string()
    .min(1)
    .max(80)
    .describe("The payload's own id; one item per participant and id, however often it is sent."),
  seq: z.int().positive().describe("Order in which the participant's device stored its items, from 1, without reuse."),
}

/** The unit that is buffered, uploaded and stored. */
export const item = z.discriminatedUnion('kind', [
  z.strictObject({ ...itemEnvelope, kind: z.literal('observation'), data: observation }),
  z.strictObject({ ...itemEnvelope, kind: z.literal('action'), data: action }),
  z.strictObject({ ...itemEnvelope, kind: z.literal('prediction'), data: prediction }),
  z.strictObject({ ...itemEnvelope, kind: z.literal('gap'), data: gap }),
  z.strictObject({ ...itemEnvelope, kind: z.literal('rationale'), data: rationale }),
  z.strictObject({ ...itemEnvelope, kind: z.literal('survey_answer'), data: surveyAnswer }),
])

export type Item = z.infer<typeof item>
export type ItemKind = Item['kind']
