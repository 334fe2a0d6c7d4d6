import { z } from 'zod'
import { item, itemEnvelope } from './item.ts'
import { observation } from './observation.ts'

/** Bases that one page may be made from. */
export const MAX_BASES = 64

/**
 * One edit: a string stands for itself; `[skip, length]` for `length` UTF-16 units of the bases, `skip` units after the
 * end of the piece taken before (negative: before it), or after their beginning.
 */
export const edit = z.union([z.string(), z.tuple([z.int(), z.int().positive()])])

/** A page whose context is written as edits of earlier ones. Its id is that of the whole page. */
export const observationDelta = observation.omit({ context: true }).extend({
  base_seqs: z
    .array(z.int().positive())
    .max(MAX_BASES)
    .describe('The pages whose contexts, one after the other, are the text that `edits` take from, by `seq`.'),
  edits: z.array(edit).max(200_000).describe('The context in pieces: new text, or a part of the bases.'),
})

/** An item as it is sent: as it is stored, or a page as edits. The collector stores whole pages only. */
export const sentItem = z.discriminatedUnion('kind', [
  ...item.options,
  z.strictObject({ ...itemEnvelope, kind: z.literal('observation_delta'), data: observationDelta }),
])

export type Edit = z.infer<typeof edit>
export type ObservationDelta = z.infer<typeof observationDelta>
export type SentItem = z.infer<typeof sentItem>
