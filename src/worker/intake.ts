import { z } from 'zod'
import {
  type Action,
  actionIdOf,
  type CapturedAction,
  type Gap,
  type SeenAction,
  type Study,
  uuid,
} from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { RecorderAnswer, RecorderSettings } from '../messaging/calls.ts'
import type { Sender } from '../messaging/isOwnPage.ts'
import { type Kept, kept } from '../messaging/kept.ts'
import { nameTarget } from '../page/nameTarget.ts'
import { scrubCaptured } from '../privacy/scrubItem.ts'
import { scrubTarget } from '../privacy/scrubTarget.ts'
import { isExcluded, onlyType } from './excluded.ts'
import { createFrames, type FramesDeps } from './frames.ts'
import { invalidGap } from './invalidGap.ts'
import type { KnownPage, KnownPages } from './knownPages.ts'
import type { LivePrediction } from './livePrediction.ts'
import { pageStatus } from './pageStatus.ts'
import type { PausedPlaces } from './pausedPlaces.ts'
import { type Place, placeOf, placeOfKept } from './place.ts'
import { recipeFor } from './recipeFor.ts'
import { recorderMessages } from './recorderMessages.ts'
import { recorderSettings } from './recorderSettings.ts'
import { serialQueue } from './serialQueue.ts'
import { understandReading } from './understandReading.ts'
import type { Words, WordsInForce } from './words.ts'

export interface IntakeDeps extends FramesDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
  /** Tabs and sites where the participant paused. */
  paused(): Promise<PausedPlaces>
  /** Null where the participant did not choose live prediction. */
  prediction(state: ConsentState): Promise<LivePrediction | null>
  /** What pages were made of, for the actions that refer to them. */
  pages: Pick<KnownPages, 'remember' | 'find'>
  /** The participant's words, which nothing that is stored may hold. */
  words: Pick<Words, 'inForce'>
  /** What recorders kept, for when their messages are lost with a background that dies. */
  journal: { read(): Promise<[key: string, entry: unknown][]>; remove(keys: string[]): Promise<void> }
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

/** In what a message is taken in. */
interface Around {
  place: Place
  state: Recording
  words: Promise<Pick<WordsInForce, 'scrub'>>
}

const STOP: RecorderAnswer = { stop: true }
const GO: RecorderAnswer = { stop: false }

const report = (error: unknown): void => console.error('Shoptrace:', error)

const wanted = (type: string, record: Study['record']): boolean =>
  (type !== 'input' || record.input) &&
  (type !== 'scroll' || record.scroll) &&
  (type !== 'navigate' || record.navigation) &&
  (type !== 'tab' || record.tabs)

type Message<C extends keyof typeof recorderMessages> = z.input<(typeof recorderMessages)[C]>
type Checked<C extends keyof typeof recorderMessages> = z.output<(typeof recorderMessages)[C]>

/** Which page a message is about, whatever else is wrong with it. */
const pagePlace = z.object({ document_id: uuid, observation_no: z.int().nonnegative() })

/** What is done on an excluded page, of which nothing but the visit is kept. */
const isDone = ({ type }: SeenAction): boolean => type !== 'navigate' && type !== 'tab'

/** The action with its id, and with the names of the page that it stands on, or that it says it means. */
function named(seen: SeenAction, page: KnownPage | null): CapturedAction {
  const action_id = actionIdOf(seen.document_id, seen.document_seq)
  if (!('target' in seen)) return { ...seen, action_id }
  const { target, ...rest } = seen
  const { name, click_type, role, text } = nameTarget(target, page?.named ?? [])
  return rest.type === 'click' ? { ...rest, action_id, name, click_type, role, text } : { ...rest, action_id, name }
}

/**
 * Takes in what recorders send: checked, allowed, scrubbed, stored, predicted, one message after the other, so that the
 * prediction for a page is on disk before the action that follows it is looked at.
 */
export function createIntake(deps: IntakeDeps) {
  const inOrder = serialQueue()
  const frames = createFrames(deps)

  /** The state where this very page may be recorded, or null. Read afresh for every message. */
  async function allowed(place: Place | null): Promise<Recording | null> {
    const [state, paused] = await Promise.all([deps.state(), deps.paused()])
    if (state.kind !== 'recording' || !place) return null
    return pageStatus(state, place, paused).kind === 'recorded' ? state : null
  }

  /** Common to what is stored of a place. */
  const common = ({ tab_id, opener_id }: Place, { study }: Recording['enrolment']) => ({
    tab_id,
    opener_id,
    note_tabs: study.record.tabs,
    idle_ms: study.session.idle_minutes * 60_000,
  })

  /** What each tab showed last, so that what is the same at the next look is not gone into again. */
  const shownIn = new Map<number, { what: string; observation_no: number }>()

  /**
   * What goes on beside the recording never holds it up, and its failure is none of the recording's. Only the page itself
   * speaks for its tab, none of the frames in it, and none that may be gone.
   */
  function beside(place: Place | null, document_id: string, type_only: boolean | null, observation_no = -1): void {
    const tab_id = place?.is_live && !place.is_frame ? place.tab_id : null
    if (!place || tab_id === null) return
    const what = `${document_id} ${type_only} ${place.url}`
    const last = shownIn.get(tab_id)
    shownIn.set(tab_id, { what, observation_no })
    // A page that is come back to posts a number again: what the toolbar said of it went when it was left.
    if (last?.what === what && observation_no > last.observation_no) return
    void inOrder(async () => deps.onPage({ tab_id, document_id, type_only }, await deps.state())).catch((error) => {
      shownIn.delete(tab_id)
      report(error)
    })
  }

  /** Actions taken from the journal before their message came: only that one says that the participant is there. */
  const unanswered = new Set<string>()

  const take = {
    async observed(data: Checked<'observed'>, { place, state, words }: Around): Promise<RecorderAnswer> {
      const { document_id, observation_no, reading } = data
      if (!(await frames.isAllowed(place, state.enrolment.study))) return GO
      const { study, consent } = state.enrolment
      const { scrub } = await words
      const understood = understandReading(reading, scrub, {
        excludedPageTypes: study.excluded_pages.page_types,
        pageContent: study.record.page_content && consent.choices.page_content,
        recipe: recipeFor(study, place.url),
      })
      if (!understood) return refuse(data)
      const { observation, named, excluded } = understood
      const type_only = excluded || isExcluded(observation, study)
      const closed = type_only ? 'excluded_page' : null
      await deps.pages.remember(document_id, observation_no, { closed, named: type_only ? [] : named })
      const captured = scrubCaptured(type_only ? onlyType(observation) : observation, scrub)
      const buffer = await deps.buffer()
      const at = { ...common(place, state.enrolment), timestamp: deps.now() }
      const stored = await buffer.putObservation({ document_id, observation_no, captured, ...at })
      deps.onStored()
      beside(place, document_id, type_only, observation_no)
      const prediction = await deps.prediction(state)
      await prediction?.observed(stored, { schema_version: 1, observation_id: stored.observation_id, ...captured })
      const searches = named.flatMap(({ click_type }, number) => (click_type === 'search' ? number : []))
      return { stop: false, page: { page_type: observation.page_type, excluded: type_only, searches } }
    },

    async acted({ action: raw }: Checked<'acted'>, { place, state, words }: Around): Promise<RecorderAnswer> {
      if (!wanted(raw.type, state.enrolment.study.record)) return GO
      const { study } = state.enrolment
      const buffer = await deps.buffer()
      const { document_id, observation_no } = raw
      // The page around the frame may be gone by now: that it was recorded when the frame was seen will do.
      const isKnown = place.is_frame && (await buffer.idOfPage(document_id, observation_no)) !== null
      if (!isKnown && !(await frames.isAllowed(place, study))) return GO
      const page = await deps.pages.find(document_id, observation_no)
      if (isDone(raw) && observation_no !== null) {
        const closed = page ? page.closed : await whyClosed(raw, place, state)
        if (closed) return leaveOut(raw, closed)
      }
      const { scrub } = await words
      const seen = 'target' in raw ? { ...raw, target: scrubTarget(raw.target, place.url, scrub) } : raw
      const other = 'target' in raw ? raw.target.observation_no : undefined
      const meant = other === undefined ? page : await deps.pages.find(document_id, other)
      const captured = scrubCaptured(named(seen, meant), scrub)
      const { action, duplicate } = await buffer.putAction({ captured, ...common(place, state.enrolment) })
      deps.onStored()
      const { tab_id, is_live } = place
      if (!is_live && !duplicate) unanswered.add(action.action_id)
      else if (is_live && tab_id !== null && (unanswered.delete(action.action_id) || !duplicate))
        void inOrder(() => deps.onStep(action, tab_id, state)).catch(report)
      if (duplicate) return GO
      const prediction = await deps.prediction(state)
      if (prediction) {
        await prediction.acted(action, action.observation_id ? await buffer.observation(action.observation_id) : null)
      }
      return GO
    },

    async skipped({ document_id, reason }: Checked<'skipped'>): Promise<RecorderAnswer> {
      await putGap({ document_id, from_seq: null, to_seq: null, reason })
      return GO
    },
  }

  type Hole = Pick<Gap, 'document_id' | 'from_seq' | 'to_seq' | 'reason'>

  async function putGap(hole: Hole, gap_id = deps.makeId()): Promise<void> {
    const buffer = await deps.buffer()
    const session_id = (await buffer.openSession())?.session_id ?? null
    await buffer.putGap({ schema_version: 1, gap_id, timestamp: deps.now(), session_id, ...hole })
    deps.onStored()
  }

  /** Actions that have come before the page that they stand on, and are to come again with it. */
  const early = new Set<string>()

  /**
   * Why nothing may be kept of what is done on a page of which the names are gone; null where it may. Of a page that was never
   * seen here nothing may: its reading may be under way, so the recorder is asked once to send all that waits again, in order.
   */
  async function whyClosed(
    { document_id, document_seq, observation_no }: SeenAction,
    place: Place,
    { enrolment: { study, consent } }: Recording,
  ): Promise<Gap['reason'] | null> {
    const buffer = await deps.buffer()
    const stored = await buffer.idOfPage(document_id, observation_no)
    const observation = stored && (await buffer.observation(stored))
    if (observation) {
      const isBare = observation.context === '' && study.record.page_content && consent.choices.page_content
      const excluded = isBare || isExcluded(observation, study) || isExcluded({ ...observation, url: place.url }, study)
      return excluded ? 'excluded_page' : null
    }
    const id = actionIdOf(document_id, document_seq)
    if (!place.is_live || early.delete(id)) return 'lost'
    early.add(id)
    throw new Error('The page of an action is not known yet.')
  }

  /** What was done on a page of which nothing of the kind is kept, before its recorder knew. */
  async function leaveOut(seen: SeenAction, reason: Gap['reason']): Promise<RecorderAnswer> {
    const { document_id, document_seq: seq } = seen
    // Under the action's own id: delivered again, it leaves no second hole.
    await putGap({ document_id, from_seq: seq, to_seq: seq, reason }, actionIdOf(document_id, seq))
    return GO
  }

  /** A message that makes no sense leaves a gap record; of a page that cannot be read nothing is kept. */
  async function refuse(data: unknown): Promise<RecorderAnswer> {
    await putGap(invalidGap(data))
    const { data: place } = pagePlace.safeParse(data)
    if (place) await deps.pages.remember(place.document_id, place.observation_no, { closed: 'invalid', named: [] })
    return GO
  }

  /** What a message says, checked; null where it makes no sense, or is so deep that looking at it fails. */
  function check<C extends Kept['call']>(call: C, data: unknown): Checked<C> | null {
    try {
      return (recorderMessages[call].safeParse(data).data as Checked<C> | undefined) ?? null
    } catch {
      return null
    }
  }

  /** Takes one message in, where it may be; what cannot be read leaves a gap record, and is not asked for again. */
  async function takeIn({ call, data }: Pick<Kept, 'call' | 'data'>, place: Place | null): Promise<RecorderAnswer> {
    // Asked for with the rest: one question to the browser.
    const words = deps.words.inForce()
    words.catch(() => {})
    const state = await allowed(place)
    if (!state || !place) return STOP
    const checked = check(call, data)
    return checked ? take[call](checked as never, { place, state, words }) : refuse(data)
  }

  /** Messages that wait for their turn, by the key under which they are kept; with the answer, where it came early. */
  const arrived = new Map<string, { place: Place | null; answered: RecorderAnswer | null }>()
  /** What pages of the journal were answered, by the same key: one whose message comes late is not the page in view again. */
  const caughtUp = new Map<string, RecorderAnswer>()

  function answer(call: Kept['call'], data: { kept_as?: string | undefined }, sender: Sender): Promise<RecorderAnswer> {
    const place = placeOf(sender)
    if (call === 'observed') frames.ask(place)
    const key = data.kept_as
    if (key) arrived.set(key, { place, answered: null })
    return inOrder(async () => {
      const early = key ? (arrived.get(key)?.answered ?? caughtUp.get(key)) : null
      const answered = early ?? (await takeIn({ call, data }, place))
      if (key) {
        arrived.delete(key)
        caughtUp.delete(key)
        void deps.journal.remove([key]).catch(() => {})
      }
      return answered
    })
  }

  /**
   * Takes in what recorders kept and nobody has stored: the earliest first, before what comes now. What has arrived as a
   * message too is taken in here as that message, so that nothing overtakes it.
   */
  async function catchUp(): Promise<void> {
    for (const [key, raw] of await deps.journal.read()) {
      const { data: entry } = kept.safeParse(raw)
      const message = arrived.get(key)
      try {
        const answered = entry && (await takeIn(entry, message ? message.place : placeOfKept(entry)))
        if (message && answered) message.answered = answered
        else if (answered && 'page' in answered) caughtUp.set(key, answered)
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
    ): Promise<{ settings: RecorderSettings | null; tab_id: number | null; page_recorded: boolean }> {
      const { document_id } = recorderMessages.hello.parse(data)
      // What the page before this one left behind comes before anything of this one.
      void inOrder(catchUp).catch(() => {})
      const place = placeOf(sender)
      frames.ask(place)
      const state = await allowed(place)
      // The answer does not wait for the toolbar.
      beside(place, document_id, null)
      if (!state || !place) return { settings: null, tab_id: null, page_recorded: false }
      const { enrolment } = state
      const settings = { ...recorderSettings(enrolment), recipe: recipeFor(enrolment.study, place.url) }
      return { tab_id: place.tab_id, settings, page_recorded: await frames.isAllowed(place, state.enrolment.study) }
    },

    observed: (data: Message<'observed'>, sender: Sender): Promise<RecorderAnswer> => answer('observed', data, sender),
    acted: (data: Message<'acted'>, sender: Sender): Promise<RecorderAnswer> => answer('acted', data, sender),
    skipped: (data: Message<'skipped'>, sender: Sender): Promise<RecorderAnswer> => answer('skipped', data, sender),

    /** `catchUp`, within a task that runs in order already. */
    catchUp,

    /** The state where the page that sends may be recorded, or null. */
    allowed: (sender: Sender) => allowed(placeOf(sender)),

    /** Runs a task between messages: what ends a session or wipes the database must not race with them. */
    inOrder,
  }
}

export type Intake = ReturnType<typeof createIntake>
