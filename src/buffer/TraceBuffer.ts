import type { Acknowledgement, Action, Gap, Observation, Rationale, SurveyAnswer } from '../../schemas/index.ts'
import type { Commitment, PredictionDraft } from './commitPrediction.ts'
import type { Counts } from './counts.ts'
import type { Unwanted } from './deleteSteps.ts'
import type { BatchFailure } from './failBatch.ts'
import type { PastAction } from './history.ts'
import type { StoredItem } from './listItems.ts'
import type { KeptStep } from './listSteps.ts'
import type { BatchLimits, ClaimedBatch } from './nextBatch.ts'
import type { DoneAction, StoredAction } from './putAction.ts'
import type { SeenPage, StoredPage } from './putObservation.ts'
import type { RecentStep, RecordedPrediction } from './recentSteps.ts'
import type { NextRedaction, RedactionDone, RedactionLimits } from './redactions.ts'
import type { Rewriter } from './rewrite.ts'
import type { QuarantineRow, SessionRecord } from './schema.ts'
import type { UploadState } from './uploadState.ts'
import type { WeekTally } from './weekTally.ts'
import type { EndReason } from './writeTerminate.ts'

/**
 * Everything recorded on this device, in IndexedDB; safe to use from several contexts at once.
 *
 * Each writing method is one transaction, on disk when its promise resolves; it rejects with a `BufferFullError`, and
 * has stored nothing, where the browser could not write. All methods reject with a `BufferMigrationError`,
 * `BufferBlockedError` or `BufferOutdatedError` where the database cannot be opened. Times are milliseconds since 1970.
 */
export interface TraceBuffer {
  /** Stores what a page looked like, once per content. It is sent once an action refers to it. */
  putObservation(page: SeenPage): Promise<StoredPage>
  /** Stores an action, once per `action_id`; ends a session that was idle for too long first. */
  putAction(done: DoneAction): Promise<StoredAction>
  /** Stores a prediction, unless the action it predicts came first. */
  commitPrediction(draft: PredictionDraft): Promise<Commitment>
  /** Ends the open session with `terminate`; null where there is nothing to end. */
  endSession(reason: EndReason, timestamp: number): Promise<Action | null>
  /** Ends the open session where its idle time is over at `timestamp`; null where it is not. */
  endIdleSession(timestamp: number, idle_ms: number): Promise<Action | null>
  /** Stores a gap, once per `gap_id`; returns its `seq`. */
  putGap(gap: Gap): Promise<number>
  /** Stores answers to a survey, all or none, each once per `answer_id`. */
  putAnswers(answers: readonly SurveyAnswer[]): Promise<void>
  /** All answers to surveys, the oldest first. */
  answers(): Promise<StoredItem[]>
  /** Stores what came of a question, once per step; null, and nothing stored, where the step is gone. */
  putRationale(rationale: Rationale): Promise<number | null>
  /** Gives new pseudonyms to tabs from now on: to call at a browser start, where old tab ids go to new tabs. */
  forgetTabs(): Promise<void>
  /** Stores that a tab was closed, if the study was seen in it during this session; true then. */
  putTabClosed(tab_id: number, timestamp: number): Promise<boolean>

  openSession(): Promise<SessionRecord | null>
  /** Id of the observation that was stored for this number of a document; null where none was. */
  idOfPage(document_id: string, observation_no: number | null): Promise<string | null>
  /** All actions of a session in `seq` order, each with its page. */
  history(session_id: string): Promise<PastAction[]>
  observation(observation_id: string): Promise<Observation | null>
  /** The last steps taken, newest first, each with what was committed for it. */
  recentSteps(limit: number): Promise<RecentStep[]>
  /** What is committed for one step, taken or not. */
  predictionsFor(session_id: string, step_index: number): Promise<RecordedPrediction[]>
  counts(): Promise<Counts>
  /** What was done in the week of `at`, by the device's own clock; deletions take nothing away from it. */
  week(at: number): Promise<WeekTally>
  /** Up to `limit` items after `after_seq`, in order. */
  items(after_seq: number, limit: number): Promise<StoredItem[]>
  quarantined(): Promise<QuarantineRow[]>

  /** Up to `limit` steps before `before_seq` (null: the newest), newest first, each with what was stored since the last. */
  steps(before_seq: number | null, limit: number): Promise<KeptStep[]>

  /** Deletes actions, predictions, and pages that nothing refers to any more; returns how many items went. */
  deleteSteps(unwanted: Unwanted): Promise<number>
  /** Deletes a session and all that belongs to it alone; returns how many items went. */
  deleteSession(session_id: string): Promise<number>
  /** Deletes everything recorded so far; the participant stays in the study. Returns how many items went. */
  deleteAll(): Promise<number>
  /** Takes words out of everything stored, once per `mark`; returns how many items changed. */
  rewrite(rewriter: Rewriter, mark: string): Promise<number>
  /** `mark` of the last finished `rewrite`, or null. */
  rewrittenFor(): Promise<string | null>
  /** Deletes the pages of ended sessions that no action refers to, with what was predicted on them; returns how many items went. */
  dropUnused(): Promise<number>
  /** Deletes what is acknowledged and older than `device_days`; returns how many items went. */
  prune(now: number, device_days: number): Promise<number>
  /** Deletes everything. `seq` goes on where it was. */
  wipe(): Promise<void>

  /** The batch to send now, or null. */
  nextBatch(limits: BatchLimits): Promise<ClaimedBatch | null>
  /** Takes the collector's answer to a batch in; returns how many items are acknowledged by it. */
  acknowledge(
    batch_id: string,
    answer: Pick<Acknowledgement, 'rejected'>,
    /** `seq` of the pages that were sent as edits. */
    edited?: ReadonlySet<number>,
  ): Promise<number>
  /** Notes that a batch could not be delivered. */
  fail(batch_id: string, failure: BatchFailure): Promise<void>
  /** Gives a batch's items back, to be sent under another batch id. */
  release(batch_id: string): Promise<void>
  /** Sets items aside that can never be sent, with the reason. */
  quarantine(seqs: readonly number[], reason: string): Promise<void>
  /** Makes everything that waits for a retry due. */
  retryNow(now: number): Promise<void>
  /** When there will be something to send; null where nothing waits. */
  nextUploadAt(now: number, hold_ms: number, gather_ms?: number): Promise<number | null>
  uploadState(): Promise<UploadState>
  updateUploadState(change: Partial<UploadState>): Promise<void>

  /** The next thing to ask of the collector because of a deletion or a rewriting, or null. */
  nextRedaction(limits: RedactionLimits): Promise<NextRedaction | null>
  /** A number for one request, greater than every one before and than `above`. */
  takeRedactionNo(above?: number): Promise<number>
  /** Takes the collector's acknowledgement in. */
  redactionDone(number: number, done: RedactionDone): Promise<void>
  /** Notes that the collector has to be asked again. */
  redactionFailed(number: number, failure: { next_at: number; error: string }): Promise<void>
  /** Makes all redactions due. */
  retryRedactions(): Promise<void>
  pendingRedactions(): Promise<{ waiting: number; error: string | null }>

  getModel(key: string): Promise<unknown>
  /** Keeps JSON or an ArrayBuffer under `key`. */
  putModel(key: string, value: unknown): Promise<void>
  deleteModel(key: string): Promise<void>

  /** Closes the connection; the next call opens it again. */
  close(): void
}
