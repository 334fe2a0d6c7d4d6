import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import type { Item, ItemKind } from '../../schemas/index.ts'

/** An item as it lies in the database: what is sent, and what only this device needs to know. */
export type ItemRow = Item & {
  /** `unused`: a page that no action refers to, or a prediction made on one. It is not sent, and goes with its session. */
  state: 'unused' | 'pending' | 'acknowledged'
  /** Sessions it belongs to: one, or for an observation each in which the page was seen. */
  session_ids: string[]
  /** `[session_id, step_index]` of a step's action and of the predictions for it. */
  step?: [string, number]
  /** Size of its JSON, UTF-8 bytes. */
  bytes: number
  /** Start of the rest time, ms. */
  stored_at: number
  /** When it last mattered, ms: start of the time it stays on the device. */
  seen_at: number
  acknowledged_at?: number
  /** The sending had passed its `seq` when it was first used: it has not left yet. */
  late?: true
  /** The collector could not make the page from the edits it was sent: it is sent whole. */
  whole?: true
}

/** Items being sent together. Its seqs never change; a change of content makes new batches. */
export interface BatchRow {
  batch_id: string
  seqs: number[]
  /** Pages the collector had when these items were claimed, oldest first. Rows of before there were any have none. */
  bases?: SentPlace[]
  /** Sent packed; noted, so that it is the same bytes at every try. */
  packed?: true
  created_at: number
  attempts: number
  /** Not to be tried before, ms. */
  next_at: number
  /** Batches the collector had accepted when these items were first claimed. */
  accepted_before: number
  error: string | null
}

/** An item that cannot be sent, kept with the reason. */
export interface QuarantineRow {
  seq: number
  item_id: string
  kind: string
  data: unknown
  reason: string
  session_ids: string[]
  quarantined_at: number
}

/** What a document's own observation number stands for. */
export interface DocumentRow {
  document_id: string
  observation_no: number
  observation_id: string
  tab: number
  url: string
  seen_at: number
}

export interface SessionRecord {
  session_id: string
  started_at: number
  /** Last activity of the participant, ms. */
  last_at: number
  /** Next `step_index`. */
  steps: number
  ended: 0 | 1
  /** True once the participant opened a page or acted; a page that changes by itself is no activity. */
  active: boolean
  /** The page last seen or acted on. */
  tab: number
  url: string
  observation_id: string | null
  /** Actions stored so far, by tab. */
  tab_counts?: Record<number, number>
}

/** What is left of an item that the participant deleted, so that a late second delivery does not bring it back. */
export interface DeletedRow {
  item_id: string
  seq: number
  session_id: string | null
  step_index: number | null
  deleted_at: number
}

/** Under which id and `seq` the collector may have an item. */
export interface SentPlace {
  item_id: string
  seq: number
}

/** What must go there; with `unless_used` a page that stays while something there refers to it. */
export interface DeletedPlace extends SentPlace {
  unless_used: boolean
}

/** One part of what the collector must change: deletions, replacements, or looking through all that it has. */
export type RedactionWork =
  | { what: 'delete'; up_to_seq: number; session_ids: string[]; deleted: DeletedPlace[] }
  /** `now_seq`: where the item lies that it has become. Its content is read when it is sent. */
  | { what: 'replace'; replaced: (SentPlace & { now_seq: number })[] }
  /** Read the collector's items after `after_seq`, and replace those that hold one of the participant's words. */
  | { what: 'sweep'; after_seq: number }

/** Work that the collector has not acknowledged yet. Done in the order of `number`, never given up. */
export type RedactionRow = RedactionWork & {
  number: number
  attempts: number
  /** Not to be tried before, ms. */
  next_at: number
  error: string | null
}

export interface BufferSchema extends DBSchema {
  items: {
    key: number
    value: ItemRow
    indexes: {
      item_id: string
      kind: ItemKind
      /** The page it is, or refers to. */
      page: string
      session_id: string
      state: ItemRow['state']
      state_seen_at: [ItemRow['state'], number]
      step: [string, number]
    }
  }
  batches: { key: string; value: BatchRow }
  quarantine: { key: number; value: QuarantineRow; indexes: { item_id: string; session_id: string } }
  documents: {
    key: [string, number]
    value: DocumentRow
    indexes: { observation_id: string; seen_at: number }
  }
  sessions: { key: string; value: SessionRecord; indexes: { ended: 0 | 1; started_at: number } }
  deleted: { key: string; value: DeletedRow; indexes: { deleted_at: number } }
  redactions: { key: number; value: RedactionRow }
  meta: { key: string; value: { key: string; value: unknown } }
  models: { key: string; value: { key: string; value: unknown } }
}

export const STORES = [
  'items',
  'batches',
  'quarantine',
  'documents',
  'sessions',
  'deleted',
  'redactions',
  'meta',
  'models',
] as const

type Stores = (typeof STORES)[number][]

export type Database = IDBPDatabase<BufferSchema>
export type WriteTransaction = IDBPTransaction<BufferSchema, Stores, 'readwrite'>
export type ReadTransaction = IDBPTransaction<BufferSchema, Stores, 'readonly'>
export type UpgradeTransaction = IDBPTransaction<BufferSchema, Stores, 'versionchange'>

/** One version step of the database. Awaits nothing but requests of `transaction`. */
export type Migration = (database: Database, transaction: UpgradeTransaction) => Promise<void> | void
