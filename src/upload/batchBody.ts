import type { Batch, SentItem } from '../../schemas/index.ts'

/** Who sends, for which study. */
export interface BatchSender {
  study: { id: string; version: number }
  participant_id: string
}

/** The JSON of a batch: the same text whenever it is made of the same things. */
export function batchBody(
  { study, participant_id }: BatchSender,
  claimed: { batch_id: string; created_at: number },
  items: SentItem[],
): string {
  const batch: Batch = {
    schema_version: 1,
    batch_id: claimed.batch_id,
    study_id: study.id,
    study_version: study.version,
    participant_id,
    created_at: claimed.created_at,
    items,
  }
  return JSON.stringify(batch)
}
