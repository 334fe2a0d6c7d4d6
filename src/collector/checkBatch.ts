import { type BatchEnvelope, batchEnvelope, type Study } from '../../schemas/index.ts'
import { explainIssues } from './explainIssues.ts'
import { Refusal } from './refusal.ts'

/** A batch whose envelope is right, and is this participant's and this study's; its items are still unchecked. */
export function checkBatch(body: unknown, participantId: string, study: Study): BatchEnvelope {
  const parsed = batchEnvelope.safeParse(body)
  if (!parsed.success) {
    throw new Refusal(422, 'bad_batch', `Not a batch: ${explainIssues(parsed.error.issues)}. Update the extension.`)
  }
  if (parsed.data.participant_id !== participantId) {
    throw new Refusal(
      403,
      'wrong_participant',
      "The token is another participant's. Send the batch with its own token.",
    )
  }
  if (parsed.data.study_id !== study.id) {
    throw new Refusal(
      422,
      'wrong_study',
      `This collector serves the study "${study.id}". Send the batch to its own study's.`,
    )
  }
  return parsed.data
}
