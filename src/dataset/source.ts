import type { Item, ParticipantKind, Study } from '../../schemas/index.ts'

/** Whose items they are. */
export interface DatasetParticipant {
  study_id: string
  study_version: number
  participant_id: string
  participant_kind: ParticipantKind
}

/** What an export reads from; a collector's store is one. */
export interface DatasetSource {
  /** Newest version first. */
  studies(): Promise<Study[]>
  participants(): AsyncIterable<DatasetParticipant>
  /** In the order of `seq`. */
  items(participant_id: string): AsyncIterable<Item>
}
