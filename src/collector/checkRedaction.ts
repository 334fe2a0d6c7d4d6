import { payloadIdOf, type Redaction, redaction, type Study } from '../../schemas/index.ts'
import { explainIssues } from './explainIssues.ts'
import { Refusal } from './refusal.ts'

/** A redaction that is this participant's and this study's. Throws a `Refusal` that says what to do. */
export function checkRedaction(body: unknown, participantId: string, study: Study): Redaction {
  const parsed = redaction.safeParse(body)
  if (!parsed.success) {
    throw new Refusal(
      422,
      'bad_redaction',
      `Not a redaction: ${explainIssues(parsed.error.issues)}. Update the extension.`,
    )
  }
  const { participant_id, study_id, replaced } = parsed.data
  if (participant_id !== participantId) {
    throw new Refusal(403, 'wrong_participant', "The token is another participant's. Send it with its own token.")
  }
  if (study_id !== study.id) {
    throw new Refusal(422, 'wrong_study', `This collector serves the study "${study.id}". Send it to its own study's.`)
  }
  const wrong = replaced.findIndex(({ item }) => item.item_id !== payloadIdOf(item))
  if (wrong >= 0) {
    throw new Refusal(
      422,
      'bad_redaction',
      `Not a redaction: replaced[${wrong}].item.item_id must be the payload's own id. Update the extension.`,
    )
  }
  return parsed.data
}
