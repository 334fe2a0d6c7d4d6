import { z } from 'zod'

/** A call of a recorder as it lies in the journal; `data` is checked as that of a message is. */
export const kept = z.strictObject({
  call: z.enum(['observed', 'acted', 'skipped']),
  data: z.unknown(),
  /** The browser's id of the tab; null where the background had not told it yet. */
  tab_id: z.int().nullable(),
  is_frame: z.boolean(),
  /** In a frame: the background said of the page around it that it is recorded. */
  page_recorded: z.boolean().optional(),
  /** Scrubbed address of the document. */
  url: z.string().max(10_000),
})

export type Kept = z.infer<typeof kept>
