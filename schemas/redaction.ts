import { z } from 'zod'
import { timestamp, uuid } from './common.ts'
import { item } from './item.ts'

const id = z.string().min(1).max(80)
const seq = z.int().positive()

/**
 * What the participant wants gone, or changed, of what was sent before: body of `POST /v1/redact`.
 *
 * A word to be removed is not in it: the device sends the items again without the word.
 */
export const redaction = z.strictObject({
  schema_version: z.literal(1),
  study_id: z.string(),
  participant_id: uuid,
  redaction_no: z
    .int()
    .positive()
    .describe(
      'Counts the requests of the device. One that is not above the last one handled came late: it does nothing.',
    ),
  up_to_seq: z.int().nonnegative().describe('Every item up to this `seq` goes; 0 for none.'),
  session_ids: z.array(uuid).max(500).describe('Of these sessions every item but pages goes.'),
  deleted: z
    .array(
      z.strictObject({
        item_id: id,
        seq,
        unless_used: z
          .boolean()
          .describe(
            'True: a page that stays while an action or a prediction refers to it, or where it was sent again under a greater `seq`.',
          ),
      }),
    )
    .max(2000)
    .describe('These items go.'),
  replaced: z
    .array(z.strictObject({ item_id: id.describe('Id before; a page gets another with its content.'), seq, item }))
    .max(2000)
    .describe('These items become others. What refers to a page under its id before refers to it under its new one.'),
})

/** The collector's answer: under the request's own number, what it holds agrees with the request, for good. */
export const redactionReceipt = z.strictObject({
  redaction_no: z
    .int()
    .positive()
    .describe('Of the last request handled. Above that of this request: this one came late, and nothing was done.'),
  redacted_at: timestamp.describe("By the collector's clock."),
  deleted: z.int().nonnegative().describe('Items that were there and are gone.'),
  replaced: z.int().nonnegative().describe('Items that are stored as they were sent now.'),
})

/** Items of `GET /v1/my-data?limit=N`, one a line; the payload is still to be checked. */
export const collectedItems = z.array(
  z.looseObject({ item_id: id, seq, kind: z.string(), data: z.unknown(), redacted_at: timestamp.optional() }),
)

export type Redaction = z.infer<typeof redaction>
export type RedactionReceipt = z.infer<typeof redactionReceipt>
