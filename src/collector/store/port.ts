import type {
  Acknowledgement,
  Consent,
  Item,
  ParticipantKind,
  Receipt,
  Redaction,
  RedactionReceipt,
  Study,
} from '../../../schemas/index.ts'

/** A participant as the store knows them. `study_version` is that of the newest consent. */
export interface StoredParticipant {
  participant_id: string
  study_id: string
  study_version: number
  participant_kind: ParticipantKind
  /** Milliseconds since 1970 by the collector's clock. */
  enrolled_at: number
}

/** An item, and when it was redacted, if it was (ms by the collector's clock). */
export type StoredItem = Item & { redacted_at?: number }

/** Which items to read: those after a `seq`, oldest first, or those before it, newest first. */
export interface ItemPage {
  order: 'oldest_first' | 'newest_first'
  /** Exclusive; left out, from the beginning or the end. */
  from_seq?: number | undefined
  limit: number
}

export interface StoredBatch {
  batch_id: string
  /** SHA-256 of the uncompressed body; empty once a redaction made some of that content go. */
  body_sha256: string
  received_at: number
  acknowledgement: Acknowledgement
}

export interface NewBatch {
  participant_id: string
  batch_id: string
  body_sha256: string
  received_at: number
  /** The items that passed every check, in the order of the batch. */
  items: readonly Item[]
  rejected: Acknowledgement['rejected']
}

export interface Counts {
  participants: number
  withdrawn: number
  items: number
}

export type TokenOwner =
  | { state: 'enrolled'; participant_id: string; token_sha256: string }
  | { state: 'withdrawn'; receipt: Receipt; token_sha256: string }

export interface NewEnrolment {
  consent: Consent
  token_sha256: string
  /** Hash of the secret that can only delete; left out, the one known stays. */
  leave_sha256?: string | undefined
  enrolled_at: number
}

/** Whom a secret that can only delete is about. */
export type Leaver = { state: 'enrolled'; participant_id: string } | { state: 'withdrawn'; receipt: Receipt }

export type EnrolResult =
  | { state: 'enrolled' | 'known' | 'participant_taken' | 'token_taken' | 'kind_differs' }
  | { state: 'withdrawn'; receipt: Receipt }

export type StoreBatchResult =
  | { state: 'stored' | 'repeated'; acknowledgement: Acknowledgement }
  | { state: 'batch_id_reused' }
  | { state: 'gone' }

export type RedactResult = { state: 'redacted' | 'late'; receipt: RedactionReceipt } | { state: 'gone' }

/**
 * Where a collector keeps one study. Every method is one transaction, or reads only.
 *
 * What a resolved promise reports is on disk for good. A store in trouble rejects with a `StoreError`, and then
 * nothing of the call was kept.
 */
export interface Store {
  /** Keeps the study file beside its data, one per version. Rejects where the store belongs to another study. */
  keepStudy(study: Study): Promise<void>
  /** Newest version first. */
  studies(): Promise<Study[]>
  counts(): Promise<Counts>

  /** `token_sha256` is the hexadecimal SHA-256 of the participant's token; the token itself is never kept. */
  enrol(enrolment: NewEnrolment): Promise<EnrolResult>
  findToken(token_sha256: string): Promise<TokenOwner | null>
  findLeaver(leave_sha256: string): Promise<Leaver | null>
  /**
   * Exactly once: an item or a batch that is there already is not written again. A page that was seen anew takes the
   * greater `seq`.
   */
  storeBatch(batch: NewBatch): Promise<StoreBatchResult>
  /**
   * Deletes and replaces what the participant asks for. What comes late (a batch sent before, a request overtaken by
   * another) brings nothing back.
   */
  redact(redaction: Redaction, redacted_at: number): Promise<RedactResult>
  /** Deletes all of the participant but the receipt and the hashes of the token and of the secret to leave. Null where there is no such participant. */
  withdraw(participant_id: string, deleted_at: number): Promise<Receipt | null>

  /**
   * Deletes items and batches received before `received_before` (ms), but for pages that something later refers to;
   * returns how many items went. One participant after the other.
   */
  deleteOlder(received_before: number): Promise<number>

  /** What is kept under a name for the collector itself; made by `make` where there is nothing yet. */
  secret(name: string, make: () => string): Promise<string>

  /** In the order of their ids; those enrolled meanwhile may be missing. */
  participants(): AsyncIterable<StoredParticipant>
  consents(participant_id: string): Promise<Consent[]>
  batches(participant_id: string): AsyncIterable<StoredBatch>
  /** In the order of `seq`, a few at a time. */
  items(participant_id: string): AsyncIterable<StoredItem>
  itemPage(participant_id: string, page: ItemPage): Promise<StoredItem[]>
  /** The context of the page at this `seq`; null where there is none. */
  contextAt(participant_id: string, seq: number): Promise<string | null>

  close(): Promise<void>
}
