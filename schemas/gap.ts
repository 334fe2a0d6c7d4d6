import { z } from 'zod'
import { timestamp, uuid } from './common.ts'

/** A hole in the trace, and why: what makes it possible to say that the rest is complete. */
export const gap = z.strictObject({
  schema_version: z.literal(1),
  gap_id: uuid,
  timestamp: timestamp.describe('When the hole was noticed.'),
  session_id: uuid.nullable(),
  document_id: uuid.nullable(),
  from_seq: z
    .int()
    .nonnegative()
    .nullable()
    .describe('First missing `document_seq`, or null where nothing was counted.'),
  to_seq: z.int().nonnegative().nullable().describe('Last missing `document_seq`.'),
  reason: z.enum(['paused', 'excluded_page', 'masked', 'quota', 'invalid', 'lost']),
})

export type Gap = z.infer<typeof gap>
