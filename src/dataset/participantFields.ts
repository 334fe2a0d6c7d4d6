import type { DatasetParticipant } from './source.ts'

/** What every row says of whose it is. */
export const participantFields = ({
  study_id,
  participant_id,
  participant_kind,
}: DatasetParticipant): Omit<DatasetParticipant, 'study_version'> => ({ study_id, participant_id, participant_kind })
