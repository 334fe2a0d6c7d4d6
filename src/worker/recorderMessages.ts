import { z } from 'zod'
import { capturedAction, capturedObservation, uuid } from '../../schemas/index.ts'

/** Runtime checks of what a page's recorder sends: it shares its process with the page. */
export const recorderMessages = {
  hello: z.strictObject({ document_id: uuid, url: z.string().max(10_000) }),
  observed: z.strictObject({
    document_id: uuid,
    observation_no: z.int().nonnegative(),
    observation: capturedObservation,
  }),
  acted: z.strictObject({ action: capturedAction }),
  skipped: z.strictObject({ document_id: uuid, reason: z.enum(['excluded_page', 'masked']) }),
}
