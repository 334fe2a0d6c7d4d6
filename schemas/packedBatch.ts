import { z } from 'zod'
import { batch } from './batch.ts'
import { sha256 } from './common.ts'
import { MAX_BASES } from './sentItem.ts'

/** Items of one batch, packed or not. */
const MOST = 2000

/**
 * A batch with its items as columns: the field of one name of all items side by side, what one repeats of another left
 * out. Written by `src/delta/packBatch.ts`; it is unpacked to exactly the items that it was made of, or not at all.
 */
export const packedBatch = batch.omit({ items: true }).extend({
  schema_version: z.literal(2),
  shapes: z
    .array(
      z
        .array(z.string().regex(/^[a-z][a-z0-9_]{0,40}$/))
        .min(1)
        .max(60),
    )
    .min(1)
    .max(200)
    .describe('What items consist of: their kind, then the names of their fields.'),
  rows: z.array(z.int().nonnegative()).min(1).max(MOST).describe('The shape of each item, by its place in `shapes`.'),
  seqs: z.array(z.int()).min(1).max(MOST).describe('How much `seq` is greater than that of the item before.'),
  columns: z
    .record(z.string(), z.array(z.unknown()).max(MOST))
    .describe('The values of each field in the order of the items that have it.'),
  base_seqs: z
    .array(z.int().positive())
    .max(MAX_BASES)
    .describe(
      'Pages that the collector has, by `seq`: contexts take parts from these, and from those before them here.',
    ),
  text: z.string().describe('The parts of all contexts that are nowhere to be taken from, one after the other.'),
  items_sha256: sha256.describe('SHA-256 of the items as canonical JSON: what is unpacked is checked against it.'),
})

export type PackedBatch = z.infer<typeof packedBatch>
