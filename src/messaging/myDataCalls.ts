import type { Action, Consent, Gap, Item, Observation, Prediction, Rationale, Study } from '../../schemas/index.ts'

/** A page that was seen, without its content. */
export interface MyPage {
  observation_id: string
  url: string
  title: string
  page_type: Observation['page_type']
  /** False where only its type and address were kept. */
  has_content: boolean
}

/** Where recorded data is: resting until `until` (ms), waiting for the next sending, or at the collector. */
export type MyPlace = { kind: 'held'; until: number } | { kind: 'waiting' } | { kind: 'sent'; at: number }

/** A step, and what was recorded since the step before it. */
export interface MyStep {
  session: { session_id: string; started_at: number } | null
  /** Null where the newest of it has not become a step yet. */
  action: Action | null
  /** What was acted on; null where it was not seen or is gone. */
  page: MyPage | null
  /** Typed, scrolled, gone to, in order. */
  before: Action[]
  /** Other pages seen. */
  pages: MyPage[]
  /** Made before the action; none where the study hides them. */
  predictions: Prediction[]
  /** What was said about it: one, or none. */
  rationales: Rationale[]
  gaps: Gap[]
  place: MyPlace
  /** When it happened, ms. */
  at: number
  /** What a deletion names. Empty: there is nothing to delete. */
  seqs: number[]
}

export interface MySteps {
  /** Newest first. */
  steps: MyStep[]
  /** `before` of the next call; null where there is nothing older. */
  next: number | null
}

export interface MyOverview {
  study: Pick<Study, 'title'> & { hold_minutes: number; device_days: number; collector_days: number }
  visibility: Study['prediction_visibility']
  /** Words that are removed everywhere. */
  words: string[]
  counts: { waiting: number; sent: number }
  /** Deletions that the collector has still to confirm, and why it has not at the last try. */
  redactions: { waiting: number; error: string | null }
  /** What can never be sent, each with the reason. */
  aside: { seq: number; kind: string; reason: string; data: unknown }[]
}

/** An item as the collector has it; `item` null where this version cannot read it, or where it is not to be shown. */
export interface MyCollectedItem {
  item_id: string
  seq: number
  kind: string
  item: Item | null
  redacted_at: number | null
}

/** Calls of the "My data" page. */
export interface MyDataCalls {
  my_overview(data: null): MyOverview | null
  /** Steps before `before` (a `seq`; null: the newest) in which every word of `query` is found. */
  my_steps(data: { before: number | null; query: string }): MySteps
  /** What was kept of a page. */
  my_page(data: { observation_id: string }): Observation | null
  /** Delete here and have the collector delete. How many items went. */
  delete_step(data: { seqs: number[] }): number
  delete_session(data: { session_id: string }): number
  delete_all(data: null): number
  /** Remove a word from everything recorded, and from everything to come. How many items changed. */
  remove_word(data: { word: string }): number
  /** Take a word off the list: it may be recorded again. */
  keep_word(data: { word: string }): null
  /** What the collector has, newest first, before `before` (a `seq`; null: the newest); none where there is no more. */
  collected(data: { before: number | null }): MyCollectedItem[]
  /** Delete at the collector, and here where it is here too. */
  delete_collected(data: { items: Item[] }): number
  /** A copy of everything: first the head, then items after `after` (a `seq`; 0: from the first) until none come. */
  copy_head(data: null): { consent: Consent; study: Study } | null
  copy_items(data: { after: number }): Item[]
}
