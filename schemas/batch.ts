import { z } from 'zod'
import { sha256, timestamp, uuid } from './common.ts'
import { consent } from './consent.ts'
import { sentItem } from './sentItem.ts'

/** What the device sends: gzipped JSON, the same bytes at every try. */
export const batch = z.strictObject({
  schema_version: z.literal(1),
  batch_id: uuid,
  study_id: z.string(),
  study_version: z.int().positive(),
  participant_id: uuid,
  created_at: timestamp,
  items: z.array(sentItem).min(1).max(2000),
})

/** The same, with items still to be checked one by one: a bad item must not hold up its neighbours. */
export const batchEnvelope = batch.extend({ items: z.array(z.unknown()).min(1).max(2000) })

/** The collector's answer. Everything not named in `rejected` is stored for good. */
export const acknowledgement = z.strictObject({
  batch_id: uuid,
  stored: z.int().nonnegative().describe('Items stored now.'),
  known: z.int().nonnegative().describe('Items that were there already.'),
  rejected: z.array(
    z.strictObject({ item_id: z.string().nullable(), index: z.int().nonnegative(), reason: z.string() }),
  ),
})

/** Body of `PUT /v1/participants/{participant_id}`; the bearer token is the one that later calls must carry. */
export const enrolment = z.strictObject({
  consent,
  leave_secret_sha256: sha256
    .optional()
    .describe('Hash of a secret that can do one thing only: have everything of this participant deleted.'),
})

/** Body of every answer that is not 2xx. */
export const collectorError = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) })

export type Batch = z.infer<typeof batch>
export type BatchEnvelope = z.infer<typeof batchEnvelope>
export type Acknowledgement = z.infer<typeof acknowledgement>
export type Enrolment = z.infer<typeof enrolment>
export type CollectorError = z.infer<typeof collectorError>
