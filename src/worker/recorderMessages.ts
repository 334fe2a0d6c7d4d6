import { z } from 'zod'
import { seenAction, uuid } from '../../schemas/index.ts'
import { readingText } from './readingText.ts'

const kept_as = z.string().max(200).optional()

/** Runtime checks of what a page's recorder sends: it shares its process with the page. */
export const recorderMessages = {
  hello: z.strictObject({ document_id: uuid, url: z.string().max(10_000) }),
  observed: z.strictObject({
    document_id: uuid,
    observation_no: z.int().nonnegative(),
    reading: readingText,
    kept_as,
  }),
  acted: z.strictObject({ action: seenAction, kept_as }),
  skipped: z.strictObject({ document_id: uuid, reason: z.enum(['excluded_page', 'masked']), kept_as }),
  answered: z.strictObject({
    rationale_id: z.string().max(80),
    outcome: z.enum(['answered', 'skipped', 'missed']),
    text: z.string().max(4000),
    less: z.boolean(),
  }),
}
