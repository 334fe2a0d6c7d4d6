import type { z } from 'zod'
import type { Study } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { RecorderAnswer, RecorderSettings } from '../messaging/calls.ts'
import type { Sender } from '../messaging/isOwnPage.ts'
import { matchesAny } from '../privacy/matchesPattern.ts'
import { scrubCaptured } from '../privacy/scrubItem.ts'
import { isExcluded, onlyType } from './excluded.ts'
import type { LivePrediction } from './livePrediction.ts'
import { recorderMessages } from './recorderMessages.ts'
import { serialQueue } from './serialQueue.ts'
import type { Words } from './words.ts'

export interface IntakeDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
  /** Null where the participant did not choose live prediction. */
  prediction(state: ConsentState): Promise<LivePrediction | null>
  /** The participant's words, which nothing that is stored may hold. */
  words: Pick<Words, 'inForce'>
  now(): number
  makeId(): string
  /** Something new is stored. */
  onStored(): void
}

type Recording = Extract<ConsentState, { kind: 'recording' }>

const STOP: RecorderAnswer = { stop: true }
const GO: RecorderAnswer = { stop: false }

const wanted = (type: string, record: Study['record']): boolean =>
  (type !== 'input' || record.input) &&
  (type !== 'scroll' || record.scroll) &&
  (type !== 'navigate' || record.navigation) &&
  (type !== 'tab' || record.tabs)

/**
 * Takes in what recorders send: checked, allowed, scrubbed, stored, predicted, one message after the other, so that the
 * prediction for a page is on disk before the action that follows it is looked at.
 */
export function createIntake(deps: IntakeDeps) {
  const inOrder = serialQueue()

  /** The state where this very page may be recorded, or null. Read afresh for every message. */
  async function allowed(sender: Sender): Promise<Recording | null> {
    const state = await deps.state()
    if (state.kind !== 'recording' || sender.tab?.id === undefined || sender.tab.incognito) return null
    const patterns = state.enrolment.study.shops.flatMap((shop) => shop.matches)
    return sender.url && matchesAny(sender.url, patterns) ? state : null
  }

  return {
    async hello(
      data: z.input<typeof recorderMessages.hello>,
      sender: Sender,
    ): Promise<{ settings: RecorderSettings | null }> {
      recorderMessages.hello.parse(data)
      const state = await allowed(sender)
      if (!state) return { settings: null }
      const { study, consent } = state.enrolment
      return {
        settings: {
          record: study.record,
          page_content: study.record.page_content && consent.choices.page_content,
          excluded_page_types: study.excluded_pages.page_types,
        },
      }
    },

    observed: (data: z.input<typeof recorderMessages.observed>, sender: Sender): Promise<RecorderAnswer> =>
      inOrder(async () => {
        const { document_id, observation_no, observation } = recorderMessages.observed.parse(data)
        const state = await allowed(sender)
        if (!state) return STOP
        const { study, consent } = state.enrolment
        const content = study.record.page_content && consent.choices.page_content
        const seen = isExcluded(observation, study) ? onlyType(observation) : observation
        const { scrub } = await deps.words.inForce()
        const captured = scrubCaptured(content ? seen : { ...seen, context: '' }, scrub)
        const buffer = await deps.buffer()
        const stored = await buffer.putObservation({
          document_id,
          observation_no,
          tab_id: sender.tab?.id ?? 0,
          captured,
          idle_ms: study.session.idle_minutes * 60_000,
          timestamp: deps.now(),
        })
        deps.onStored()
        const prediction = await deps.prediction(state)
        await prediction?.observed(stored, { schema_version: 1, observation_id: stored.observation_id, ...captured })
        return GO
      }),

    acted: (data: z.input<typeof recorderMessages.acted>, sender: Sender): Promise<RecorderAnswer> =>
      inOrder(async () => {
        const { action: raw } = recorderMessages.acted.parse(data)
        const state = await allowed(sender)
        if (!state) return STOP
        if (!wanted(raw.type, state.enrolment.study.record)) return GO
        const buffer = await deps.buffer()
        const { scrub } = await deps.words.inForce()
        const { action, duplicate } = await buffer.putAction({
          tab_id: sender.tab?.id ?? 0,
          captured: scrubCaptured(raw, scrub),
          idle_ms: state.enrolment.study.session.idle_minutes * 60_000,
        })
        deps.onStored()
        if (duplicate) return GO
        const prediction = await deps.prediction(state)
        if (prediction) {
          await prediction.acted(action, action.observation_id ? await buffer.observation(action.observation_id) : null)
        }
        return GO
      }),

    skipped: (data: z.input<typeof recorderMessages.skipped>, sender: Sender): Promise<RecorderAnswer> =>
      inOrder(async () => {
        const { document_id, reason } = recorderMessages.skipped.parse(data)
        if (!(await allowed(sender))) return STOP
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
        return GO
      }),

    /** Runs a task between messages: what ends a session or wipes the database must not race with them. */
    inOrder,
  }
}

export type Intake = ReturnType<typeof createIntake>
