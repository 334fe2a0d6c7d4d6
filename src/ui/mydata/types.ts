import type { Action, Gap, Item, Observation, Prediction, Rationale, Study } from '../../../schemas/index.ts'
import type { Format } from '../types.ts'
import type { KeptAnswer } from './AnswersCard.tsx'

/** A page that was seen, without its content. */
export interface PageFacts {
  observation_id: string
  url: string
  title: string
  page_type: Observation['page_type']
  /** False where only its type and address were kept. */
  has_content: boolean
  /** True where nothing was done on it: it stays on this device, and goes with its session. */
  unsent?: boolean
}

/**
 * Where recorded data is: resting until `until` (ms), waiting for the next sending, at the collector, or to stay here.
 */
export type Place =
  | { kind: 'held'; until: number }
  | { kind: 'waiting' }
  | { kind: 'sent'; at: number }
  | { kind: 'here' }

/** A step, and what was recorded since the step before it. */
export interface Step {
  session: { session_id: string; started_at: number } | null
  /** Null where the newest of it has not become a step yet. */
  action: Action | null
  page: PageFacts | null
  before: Action[]
  pages: PageFacts[]
  predictions: Prediction[]
  /** What was said about it: one, or none. */
  rationales: Rationale[]
  gaps: Gap[]
  place: Place
  at: number
  /** What a deletion names. Empty: there is nothing to delete. */
  seqs: number[]
}

export interface Overview {
  study: Pick<Study, 'title'> & { hold_minutes: number; device_days: number; collector_days: number }
  visibility: Study['prediction_visibility']
  words: string[]
  counts: { waiting: number; sent: number }
  /** Deletions that the collector has still to confirm. */
  redactions: { waiting: number; error: string | null }
  /** What can never be sent. */
  aside: { seq: number; kind: string; reason: string; data: unknown }[]
}

/** An item as the collector has it; `item` null where its content is not shown. */
export interface CollectedItem {
  item_id: string
  seq: number
  kind: string
  item: Item | null
  redacted_at: number | null
}

/** What came of something that the participant asked for. */
export type Outcome =
  | { kind: 'working' }
  | { kind: 'deleted' | 'removed'; count: number }
  | { kind: 'sent'; problem: string | null }
  | { kind: 'failed'; message: string }

/** What is read from the collector: not yet, being read, some of it, or why not. */
export type Collected =
  | { kind: 'unread' }
  | { kind: 'reading'; items: CollectedItem[] }
  | { kind: 'read'; items: CollectedItem[]; more: boolean }
  | { kind: 'failed'; items: CollectedItem[]; message: string }

export interface MyDataProps {
  /** Null without a study. */
  overview: Overview | null
  /** Newest first. */
  steps: Step[]
  /** True where there are older ones. */
  more: boolean
  /** What is looked for; empty: everything is shown. */
  query: string
  /** True while steps are being read. */
  reading: boolean
  outcome: Outcome | null
  /** Answers to the study's surveys, newest first. */
  answers: KeptAnswer[]
  collected: Collected
  format: Format
  /** What was kept of a page, or null where it is no longer kept. */
  loadPage(observation_id: string): Promise<Observation | null>
  onSearch(query: string): void
  onOlder(): void
  onSendNow(): void
  onCopy(): void
  onRemoveWord(word: string): void
  onKeepWord(word: string): void
  onDeleteStep(seqs: number[]): void
  onDeleteSession(session_id: string): void
  onDeleteAll(): void
  /** Read what the collector has: from the newest, or, with true, what is older than what is shown. */
  onCollected(older: boolean): void
  onDeleteCollected(item: Item): void
}
