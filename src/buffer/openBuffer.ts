import { acknowledge } from './acknowledge.ts'
import { commitPrediction } from './commitPrediction.ts'
import { createConnection } from './connection.ts'
import type { BufferContext } from './context.ts'
import { counts } from './counts.ts'
import { endIdle, findOpenSession } from './currentSession.ts'
import { deleteAll } from './deleteAll.ts'
import { deleteSession } from './deleteSession.ts'
import { deleteSteps } from './deleteSteps.ts'
import { dropUnused } from './dropUnused.ts'
import { endSession } from './endSession.ts'
import { failBatch, releaseBatch } from './failBatch.ts'
import { findObservation, history } from './history.ts'
import { idOfPage } from './idOfPage.ts'
import { listItems, listQuarantine } from './listItems.ts'
import { listSteps } from './listSteps.ts'
import { migrations as allMigrations } from './migrations/migrations.ts'
import { deleteModel, getModel, putModel } from './models.ts'
import { nextBatch } from './nextBatch.ts'
import { nextUploadAt } from './nextUploadAt.ts'
import { prune } from './prune.ts'
import { putAction } from './putAction.ts'
import { listAnswers, putAnswers } from './putAnswers.ts'
import { putGap } from './putGap.ts'
import { putObservation } from './putObservation.ts'
import { putRationale } from './putRationale.ts'
import { quarantineItems } from './quarantineItem.ts'
import { predictionsFor, recentSteps } from './recentSteps.ts'
import {
  nextRedaction,
  pendingRedactions,
  redactionDone,
  redactionFailed,
  retryRedactions,
  takeRedactionNo,
} from './redactions.ts'
import { retryNow } from './retryNow.ts'
import { rewrite, rewrittenFor } from './rewrite.ts'
import type { Migration } from './schema.ts'
import type { TraceBuffer } from './TraceBuffer.ts'
import { forgetTabs } from './tabOrdinal.ts'
import { read, write } from './transact.ts'
import { updateUploadState, uploadState } from './uploadState.ts'
import { weekTally } from './weekTally.ts'
import { wipe } from './wipe.ts'
import { putTabClosed } from './writeTabAction.ts'

export type { TraceBuffer } from './TraceBuffer.ts'

export interface BufferOptions {
  /** Name of the database. */
  name?: string
  /** Milliseconds since 1970. */
  now?: () => number
  /** A new version 4 UUID. */
  makeId?: () => string
  /** The version steps of the database, all of them, in order. */
  migrations?: readonly Migration[]
  /** How long to wait for another context that keeps an older version open, ms. */
  blocked_ms?: number
}

/**
 * Opens the buffer; every context that opens the same `name` sees the same data.
 *
 * @throws BufferMigrationError where the database could not be brought to this version: it is left as it was.
 * @throws BufferBlockedError where another context would not let go of an older version.
 * @throws BufferOutdatedError where the database is newer than this code.
 */
export async function openBuffer(options: BufferOptions = {}): Promise<TraceBuffer> {
  const { name = 'shoptrace', now = Date.now, makeId = () => crypto.randomUUID(), ...rest } = options
  const connection = createConnection({ name, migrations: allMigrations, ...rest })
  const context: BufferContext = {
    now,
    makeId,
    write: (work) => write(connection, work),
    read: (work) => read(connection, work),
  }
  await connection.database()

  return {
    putObservation: (page) => putObservation(context, page),
    putAction: (done) => putAction(context, done),
    commitPrediction: (draft) => commitPrediction(context, draft),
    endSession: (reason, timestamp) => endSession(context, reason, timestamp),
    endIdleSession: (timestamp, idle_ms) =>
      context.write(async (transaction) => (await endIdle(context, transaction, { timestamp, idle_ms })).terminate),
    putGap: (gap) => putGap(context, gap),
    putAnswers: (answers) => putAnswers(context, answers),
    answers: () => listAnswers(context),
    putRationale: (rationale) => putRationale(context, rationale),
    forgetTabs: () => context.write(forgetTabs),
    putTabClosed: (tab_id, timestamp) => putTabClosed(context, tab_id, timestamp),

    idOfPage: (document_id, observation_no) => idOfPage(context, document_id, observation_no),
    openSession: () => context.read(findOpenSession),
    history: (session_id) => history(context, session_id),
    observation: (observation_id) => findObservation(context, observation_id),
    recentSteps: (limit) => recentSteps(context, limit),
    predictionsFor: (session_id, step_index) => predictionsFor(context, session_id, step_index),
    counts: () => counts(context),
    week: (at) => weekTally(context, at),
    items: (after_seq, limit) => listItems(context, after_seq, limit),
    steps: (before_seq, limit) => listSteps(context, before_seq, limit),
    quarantined: () => listQuarantine(context),

    deleteSteps: (unwanted) => deleteSteps(context, unwanted),
    deleteSession: (session_id) => deleteSession(context, session_id),
    deleteAll: () => deleteAll(context),
    rewrite: (rewriter, mark) => rewrite(context, rewriter, mark),
    rewrittenFor: () => rewrittenFor(context),
    dropUnused: () => dropUnused(context),
    prune: (at, device_days) => prune(context, at, device_days),
    wipe: () => wipe(context),

    nextBatch: (limits) => nextBatch(context, limits),
    acknowledge: (batch_id, answer, edited) => acknowledge(context, batch_id, answer, edited),
    fail: (batch_id, failure) => failBatch(context, batch_id, failure),
    release: (batch_id) => releaseBatch(context, batch_id),
    quarantine: (seqs, reason) => quarantineItems(context, seqs, reason),
    retryNow: (at) => retryNow(context, at),
    nextUploadAt: (at, hold_ms, gather_ms) => nextUploadAt(context, at, hold_ms, gather_ms),
    uploadState: () => uploadState(context),
    updateUploadState: (change) => updateUploadState(context, change),

    nextRedaction: (limits) => nextRedaction(context, limits),
    takeRedactionNo: (above) => takeRedactionNo(context, above),
    redactionDone: (number, done) => redactionDone(context, number, done),
    redactionFailed: (number, failure) => redactionFailed(context, number, failure),
    retryRedactions: () => retryRedactions(context),
    pendingRedactions: () => pendingRedactions(context),

    getModel: (key) => getModel(context, key),
    putModel: (key, value) => putModel(context, key, value),
    deleteModel: (key) => deleteModel(context, key),

    close: () => connection.close(),
  }
}
