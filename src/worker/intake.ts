import type { z } from 'zod'
import type { Action, Study } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { AroundAnswer, RecorderAnswer, RecorderSettings } from '../messaging/calls.ts'
import type { Sender } from '../messaging/isOwnPage.ts'
import { type Kept, kept } from '../messaging/kept.ts'
import { matchesAny } from '../privacy/matchesPattern.ts'
import { scrubCaptured } from '../privacy/scrubItem.ts'
import { isExcluded, onlyType } from './excluded.ts'
import { invalidGap } from './invalidGap.ts'
import type { LivePrediction } from './livePrediction.ts'
import { pageStatus } from './pageStatus.ts'
import type { PausedPlaces } from './pausedPlaces.ts'
import { type Place, placeOf, placeOfKept } from './place.ts'
import { recipeFor } from './recipeFor.ts'
import { recorderMessages } from './recorderMessages.ts'
import { recorderSettings } from './recorderSettings.ts'
import { serialQueue } from './serialQueue.ts'
import type { Words } from './words.ts'

export interface IntakeDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
  /** Tabs and sites where the participant paused. */
  paused(): Promise<PausedPlaces>
  /** Null where the participant did not choose live prediction. */
  prediction(state: ConsentState): Promise<LivePrediction | null>
  /** The participant's words, which nothing that is stored may hold. */
  words: Pick<Words, 'inForce'>
  /** What recorders kept, for when their messages are lost with a background that dies. */
  journal: { read(): Promise<[key: string, entry: unknown][]>; remove(keys: string[]): Promise<void> }
  /** What the page around a frame is; null where nobody there can tell. */
  askAround(tab_id: number): Promise<AroundAnswer | null>
  now(): number
  makeId(): string
  /** Something new is stored. */
  onStored(): void
  /** A page of a tab begins to load, or, where `type_only` is known, was seen. */
  onPage(page: SeenInTab, state: ConsentState): Promise<void>
  /** A step was stored. */
  onStep(action: Action, tab_id: number, state: ConsentState): Promise<void>
}

export interface SeenInTab {
  tab_id: number
  document_id: string
  /** Only its type is kept; null: not known yet. */
  type_only: boolean | null
}

type Recording = Extract<ConsentState, { kind: 'recording' }>

const STOP: RecorderAnswer = { stop: true }
const GO: RecorderAnswer = { stop: false }

const report = (error: unknown): void => console.error('Shoptrace:', error)

const wanted = (type: string, record: Study['record']): boolean =>
  (type !== 'input' || record.input) &&
  (type !== 'scroll' || record.scroll) &&
  (type !== 'navigate' || record.navigation) &&
  (type !== 'tab' || record.tabs)

type Message<C extends keyof typeof recorderMessages> = z.input<(typeof recorderMessages)[C]>

/**
 * Takes in what recorders send: checked, allowed, scrubbed, stored, predicted, one message after the other, so that the
 * prediction for a page is on disk before the action that follows it is looked at.
 */
export function createIntake(deps: IntakeDeps) {
  const inOrder = serialQueue()

  /** The state where this very page may be recorded, or null. Read afresh for every message. */
  async function allowed(place: Place | null): Promise<Recording | null> {
    const [state, paused] = await Promise.all([deps.state(), deps.paused()])
    if (state.kind !== 'recording' || !place) return null
    return pageStatus(state, place, paused).kind === 'recorded' ? state : null
  }

  /** A frame is recorded where the page around it is; what cannot be known is not recorded. */
  async function isFrameAllowed(place: Place, { enrolment: { study } }: Recording): Promise<boolean> {
    if (!place.is_frame) return true
    if (!place.is_live || place.tab_id === null) return false
    const around = await deps.askAround(place.tab_id)
    const patterns = study.shops.flatMap((shop) => shop.matches)
    return around !== null && matchesAny(around.url, patterns) && !isExcluded(around, study)
  }

  /** Common to what is stored of a place. */
  const common = ({ tab_id, opener_id }: Place, { study }: Recording['enrolment']) => ({
    tab_id,
    opener_id,
    note_tabs: study.record.tabs,
    idle_ms: study.session.idle_minutes * 60_000,
  })

  /**
   * What goes on beside the recording never holds it up, and its failure is none of the recording's. Only the page itself
   * speaks for its tab, none of the frames in it, and none that may be gone.
   */
  function beside(place: Place | null, document_id: string, type_only: boolean | null): void {
    const tab_id = place?.is_live && !place.is_frame ? place.tab_id : null
    if (tab_id === null) return
    void inOrder(async () => deps.onPage({ tab_id, document_id, type_only }, await deps.state())).catch(report)
  }

  const take = {
    async observed(data: unknown, place: Place, state: Recording): Promise<void> {
      const { document_id, observation_no, observation } = recorderMessages.observed.parse(data)
      if (!(await isFrameAllowed(place, state))) return
      const { study, consent } = state.enrolment
      const content = study.record.page_content && consent.choices.page_content
      const seen = isExcluded(observation, study) ? onlyType(observation) : observation
      const { scrub } = await deps.words.inForce()
      const captured = scrubCaptured(content ? seen : { ...seen, context: '' }, scrub)
      const buffer = await deps.buffer()
      const at = { ...common(place, state.enrolment), timestamp: deps.now() }
      const stored = await buffer.putObservation({ document_id, observation_no, captured, ...at })
      deps.onStored()
      beside(place, document_id, isExcluded(observation, study))
      const prediction = await deps.prediction(state)
      await prediction?.observed(stored, { schema_version: 1, observation_id: stored.observation_id, ...captured })
    },

    async acted(data: unknown, place: Place, state: Recording): Promise<void> {
      const { action: raw } = recorderMessages.acted.parse(data)
      if (!wanted(raw.type, state.enrolment.study.record)) return
      const buffer = await deps.buffer()
      // The page around the frame may be gone by now: that it was recorded when the frame was seen will do.
      const isKnown = place.is_frame && (await buffer.knowsPage(raw.document_id, raw.observation_no))
      if (!isKnown && !(await isFrameAllowed(place, state))) return
      const { scrub } = await deps.words.inForce()
      const captured = scrubCaptured(raw, scrub)
      const { action, duplicate } = await buffer.putAction({ captured, ...common(place, state.enrolment) })
      deps.onStored()
      if (duplicate) return
      const prediction = await deps.prediction(state)
      if (prediction) {
        await prediction.acted(action, action.observation_id ? await buffer.observation(action.observation_id) : null)
      }
      const { tab_id, is_live } = place
      if (is_live && tab_id !== null) void inOrder(() => deps.onStep(action, tab_id, state)).catch(report)
    },

    async skipped(data: unknown): Promise<void> {
      const { document_id, reason } = recorderMessages.skipped.parse(data)
      const buffer = await deps.buffer()
      await buffer.putGap({
        schema_version: 1,
        gap_id: deps.makeId(),
        timestamp: deps.now(),
        session_id: (await buffer.openSession())?.session_id ?? null,
        document_id,
        from_seq: null,
        to_seq: null,
        reason,
      })
      deps.onStored()
    },
  }

  /** Takes one message in, where it may be; what cannot be read leaves a gap record, and is not asked for again. */
  async function takeIn({ call, data }: Pick<Kept, 'call' | 'data'>, place: Place | null): Promise<RecorderAnswer> {
    const state = await allowed(place)
    if (!state || !place) return STOP
    if (recorderMessages[call].safeParse(data).success) await take[call](data, place, state)
    else {
      const buffer = await deps.buffer()
      const session_id = (await buffer.openSession())?.session_id ?? null
      await buffer.putGap(invalidGap(data, { gap_id: deps.makeId(), timestamp: deps.now(), session_id }))
      deps.onStored()
    }
    return GO
  }

  async function answer(call: Kept['call'], data: { kept_as?: string | undefined }, sender: Sender) {
    const answered = await takeIn({ call, data }, placeOf(sender))
    if (data.kept_as) void deps.journal.remove([data.kept_as]).catch(() => {})
    return answered
  }

  /** Takes in what recorders kept and nobody has stored: the earliest first, before what comes now. */
  async function catchUp(): Promise<void> {
    for (const [key, raw] of await deps.journal.read()) {
      const { data: entry } = kept.safeParse(raw)
      try {
        if (entry) await takeIn(entry, placeOfKept(entry))
      } catch (error) {
        // It stays, for the next time; on a full disk so does all that follows.
        if (error instanceof Error && error.name === 'BufferFullError') return
        console.error('Shoptrace: an entry of the journal could not be stored', error)
        continue
      }
      await deps.journal.remove([key])
    }
  }

  return {
    async hello(
      data: Message<'hello'>,
      sender: Sender,
    ): Promise<{ settings: RecorderSettings | null; tab_id: number | null }> {
      const { document_id } = recorderMessages.hello.parse(data)
      // What the page before this one left behind comes before anything of this one.
      void inOrder(catchUp).catch(() => {})
      const place = placeOf(sender)
      const state = await allowed(place)
      // The answer does not wait for the toolbar.
      beside(place, document_id, null)
      if (!state) return { settings: null, tab_id: null }
      const { enrolment } = state
      const recipe = place ? recipeFor(enrolment.study, place.url) : null
      return { tab_id: place?.tab_id ?? null, settings: { ...recorderSettings(enrolment), recipe } }
    },

    observed: (data: Message<'observed'>, sender: Sender): Promise<RecorderAnswer> =>
      inOrder(() => answer('observed', data, sender)),
    acted: (data: Message<'acted'>, sender: Sender): Promise<RecorderAnswer> =>
      inOrder(() => answer('acted', data, sender)),
    skipped: (data: Message<'skipped'>, sender: Sender): Promise<RecorderAnswer> =>
      inOrder(() => answer('skipped', data, sender)),

    /** `catchUp`, within a task that runs in order already. */
    catchUp,

    /** The state where the page that sends may be recorded, or null. */
    allowed: (sender: Sender) => allowed(placeOf(sender)),

    /** Runs a task between messages: what ends a session or wipes the database must not race with them. */
    inOrder,
  }
}

export type Intake = ReturnType<typeof createIntake>
