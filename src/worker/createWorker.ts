import type { Action } from '../../schemas/index.ts'
import { openBuffer, type TraceBuffer } from '../buffer/openBuffer.ts'
import { enrolment } from '../consent/enrolment.ts'
import { renewEnrolment } from '../consent/renewEnrolment.ts'
import { askAround } from '../messaging/askAround.ts'
import type { PageCalls, RecorderCalls } from '../messaging/calls.ts'
import { broadcastChange } from '../messaging/changes.ts'
import type { Sender } from '../messaging/isOwnPage.ts'
import { readJournal, removeFromJournal } from '../platform/journal.ts'
import { forgetPages, keepPage, listKeptPages, readKeptPage } from '../platform/keptPages.ts'
import { makeUuid } from '../platform/makeUuid.ts'
import { stored } from '../platform/stored.ts'
import { uiLanguage } from '../platform/uiLanguage.ts'
import { createCorner } from './corner.ts'
import { createDelivery } from './delivery.ts'
import { createIntake } from './intake.ts'
import { createKnownPages } from './knownPages.ts'
import { createMembership } from './membership.ts'
import { applyWords, createMyData } from './myData.ts'
import { panelState } from './panelState.ts'
import { pauses, readPauses } from './pauses.ts'
import { createPausing } from './pausing.ts'
import { createPredictionHolder } from './predictionHolder.ts'
import { createQuestions } from './questions.ts'
import { watchStudy } from './studyWatch.ts'
import { createSurveys } from './surveys.ts'
import { createTabs, typeOnlyTabs } from './tabs.ts'
import { createWords } from './words.ts'

/** Time that a message has to arrive before what its recorder kept is looked at. */
const CATCH_UP_MS = 500
/** Waiting items from which an upload starts before the next alarm. */
const GROWN = 40

type Answers<C> = {
  [K in keyof C]: C[K] extends (data: infer D) => infer R ? (data: D, sender: Sender) => Promise<R> : never
}

export interface Worker {
  recorder: Answers<RecorderCalls>
  page: Answers<PageCalls>
  /** After every start of the worker. */
  wake(): Promise<void>
  /** The browser started: its tab ids mean other tabs now. */
  browserStarted(): Promise<void>
  /** On every alarm: ends idle sessions, sends, retries, tidies up. */
  tick(): Promise<void>
  /** A host permission was granted or taken back. */
  permissionsChanged(): Promise<void>
  /** A model provider's key was entered or removed. */
  keysChanged(): Promise<void>
  /** A tab was closed. */
  tabClosed(tab_id: number): Promise<void>
  /** Recorders kept something, in case its message is lost, or what they kept was removed. */
  journalChanged(kept: readonly string[], removed: readonly string[]): void
}

/** The background's logic, free of listeners: `entrypoints/background.ts` connects it to the browser. */
export function createWorker(deps: { isFirefox: boolean; now(): number }): Worker {
  const { now } = deps
  let opening: Promise<TraceBuffer> | null = null
  const buffer = (): Promise<TraceBuffer> => {
    opening ??= openBuffer().catch((error) => {
      // Tried anew at the next call: a full disk may have been tidied up.
      opening = null
      throw error
    })
    return opening
  }
  const tabs = createTabs()
  const pages = createKnownPages({ list: listKeptPages, read: readKeptPage, keep: keepPage, forget: forgetPages, now })
  const membership = createMembership({
    now,
    isFirefox: deps.isFirefox,
    settle: tabs.settle,
    forgetPages: pages.forget,
  })
  const changed = broadcastChange
  const words = createWords()
  const delivery = createDelivery({
    buffer,
    state: membership.state,
    words,
    fetch: (...args) => fetch(...args),
    now,
    random: Math.random,
    onChanged: changed,
  })

  const { prediction, forgetPrediction, learnAnew } = createPredictionHolder({
    buffer,
    state: membership.state,
    words,
    onCommitted: changed,
  })

  const questions = createQuestions({
    buffer,
    words,
    kept: stored,
    now,
    random: Math.random,
    languages: () => [uiLanguage()],
    onChanged: changed,
  })
  const corner = createCorner({
    questions,
    state: membership.state,
    now,
    setTimeout: (task, ms) => void setTimeout(task, ms),
    language: uiLanguage,
  })

  let count = 0
  const intake = createIntake({
    buffer,
    journal: { read: readJournal, remove: removeFromJournal },
    askAround,
    isTypeOnly: async (tab_id) => (await typeOnlyTabs()).includes(tab_id),
    paused: readPauses,
    state: membership.state,
    prediction,
    pages,
    words,
    now,
    makeId: makeUuid,
    onStored() {
      changed()
      count++
      if (count % GROWN === 0) void delivery.send()
    },
    async onPage({ tab_id, document_id, type_only }, state) {
      await tabs.seen(tab_id, state, type_only ?? false)
      if (type_only !== null) await corner.seen({ tab_id, document_id, type_only }, state)
    },
    async onStep(action, tab_id, state) {
      if (await questions.acted(action, tab_id, state)) corner.asked(tab_id)
    },
  })

  // Before any message: what a background that died left behind.
  const catchUp = (): Promise<void> => intake.inOrder(intake.catchUp)
  void catchUp().catch(() => {})
  let catchingUp: ReturnType<typeof setTimeout> | undefined
  /** Keys of what was kept since this worker started and is not removed yet. */
  const left = new Set<string>()

  /** Scores and learns from a `terminate` that the buffer wrote. */
  async function ended(action: Action | null): Promise<void> {
    if (!action) return
    const state = await membership.state()
    const before = action.observation_id ? await (await buffer()).observation(action.observation_id) : null
    await (await prediction(state))?.acted(action, before)
    changed()
  }

  const myData = createMyData({
    buffer,
    state: membership.state,
    words,
    fetch: (...args) => fetch(...args),
    now,
    inOrder: intake.inOrder,
    async onRemoved() {
      await learnAnew()
      await corner.removed()
    },
    send: () => delivery.send(),
    onChanged: changed,
  })

  const surveys = createSurveys({
    buffer,
    state: membership.state,
    words,
    now,
    makeId: makeUuid,
    inOrder: intake.inOrder,
    onStored() {
      changed()
      void delivery.send()
    },
  })

  async function forgetEverything(): Promise<void> {
    await forgetPrediction()
    await (await buffer()).wipe()
    await words.clear()
    await questions.clear()
  }

  /** Where a worker died between leaving and forgetting. */
  async function finishLeaving(): Promise<void> {
    if (!(await membership.hasLeft())) return
    const { pending, acknowledged, unused, quarantined } = await (await buffer()).counts()
    if (pending + acknowledged + unused + quarantined > 0) await forgetEverything()
  }

  const { hello, observed, acted, skipped } = intake
  const { pause, resume, here, pause_here, resume_here, resume_site } = createPausing({
    buffer,
    membership,
    tabs,
    questions,
    now,
    isFirefox: deps.isFirefox,
    inOrder: intake.inOrder,
    catchUp: intake.catchUp,
    onChanged: changed,
  })
  return {
    recorder: { hello, observed, acted, skipped, ...corner.calls(intake) },
    page: {
      ...myData,
      ...surveys,
      pause,
      resume,
      here,
      pause_here,
      resume_here,
      resume_site,
      panel: async () => panelState(await membership.state(), await buffer(), await questions.open(), now()),
      answer_question: (data) => intake.inOrder(() => corner.answered(data)),
      join: (data) =>
        intake.inOrder(async () => {
          const { enrolment: before } = await membership.state()
          await membership.join(enrolment.parse(renewEnrolment(before, data)))
          await forgetPrediction()
          // Whatever stopped the sending under the earlier consent is worth another try.
          await (await buffer()).updateUploadState({ attempts: 0, next_at: null, problem: null })
          void delivery.send()
          changed()
          return null
        }),
      withdraw: async () => {
        // At once, whatever is under way: from here on no message of a recorder is taken in.
        await membership.leave()
        await intake.inOrder(forgetEverything)
        const receipt = await delivery.withdrawPending()
        await membership.reconcile()
        changed()
        return { receipt }
      },
      send_now: () => delivery.send(true),
      finish: () =>
        intake.inOrder(async () => {
          await intake.catchUp()
          const store = await buffer()
          await ended(await store.endSession('closed', now()))
          await store.dropUnused()
          return delivery.send(true)
        }),
    },
    async wake() {
      await membership.reconcile()
      await intake.inOrder(finishLeaving)
      await this.tick()
    },
    browserStarted: () =>
      intake.inOrder(async () => {
        await pauses.forgetTabs()
        await (await buffer()).forgetTabs()
      }),
    async tick() {
      await membership.reconcile()
      if ((await delivery.withdrawPending()) !== null) {
        await membership.reconcile()
        changed()
      }
      await watchStudy({
        state: membership.state,
        fetch: (...args) => fetch(...args),
        now,
        inOrder: intake.inOrder,
        onRead: async () => {
          await membership.reconcile()
          changed()
        },
      })
      const state = await membership.state()
      await intake.inOrder(() => questions.tick(state)).catch(() => {})
      const { enrolment: joined } = state
      if (!joined) return
      await intake.inOrder(async () => {
        await intake.catchUp()
        const store = await buffer()
        // Where a rewriting was cut short, it goes on.
        if ((await applyWords(store, words)) > 0) await learnAnew()
        await ended(await store.endIdleSession(now(), joined.study.session.idle_minutes * 60_000))
        await store.dropUnused()
        await store.prune(now(), joined.study.retention.device_days)
      })
      await delivery.send()
    },
    async permissionsChanged() {
      await membership.reconcile()
      changed()
    },
    keysChanged: () => intake.inOrder(forgetPrediction),
    tabClosed: (tab_id) =>
      intake.inOrder(async () => {
        const state = await membership.state()
        const { tabs: pausedTabs, sites } = await readPauses()
        await pauses.tabClosed(tab_id)
        if (state.kind !== 'recording' || !state.enrolment.study.record.tabs) return
        // Which site it showed cannot be known any more: where one is paused, nothing is noted.
        if (pausedTabs === 'all' || pausedTabs.includes(tab_id) || sites === 'all' || sites.length > 0) return
        if (await (await buffer()).putTabClosed(tab_id, now())) changed()
      }),
    journalChanged(kept, removed) {
      for (const key of kept) left.add(key)
      for (const key of removed) left.delete(key)
      if (catchingUp || left.size === 0) return
      catchingUp = setTimeout(() => {
        catchingUp = undefined
        if (left.size > 0) void catchUp().catch(() => {})
      }, CATCH_UP_MS)
    },
  }
}
