import { z } from 'zod'
import { timestamp, uuid } from './common.ts'

/** A hole in the trace, and why: what makes it possible to say that the rest is complete. */
export const gap = z.strictObject({
  schema_version: z.literal(1).describe('Version of this schema.'),
  gap_id: uuid.describe('Made on the device; makes a repeated delivery harmless.'),
  timestamp: timestamp.describe('When the hole was noticed.'),
  session_id: uuid.nullable().describe('The session it falls in, or null.'),
  document_id: uuid.nullable().describe('The document it falls in, or null.'),
  from_seq: z
    .int()
    .nonnegative()
    .nullable()
    .describe('First missing `document_seq`, or null where nothing was counted.'),
  to_seq: z.int().nonnegative().nullable().describe('Last missing `document_seq`.'),
  reason: z
    .enum(['paused', 'excluded_page', 'masked', 'quota', 'invalid', 'lost', 'deleted'])
    .describe('Why it is missing.'),
})

export type Gap = z.infer<typeof gap>
