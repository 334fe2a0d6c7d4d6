import { z } from 'zod'
import { item, sha256, uuid } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { MyDataCalls, MyOverview } from '../messaging/myDataCalls.ts'
import { readItems } from '../upload/readItems.ts'
import type { Showing } from './describeStep.ts'
import { findSteps } from './findSteps.ts'
import type { Words } from './words.ts'

export interface MyDataDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
  words: Words
  fetch: typeof globalThis.fetch
  now(): number
  /** Runs a task between the messages of recorders. */
  inOrder<T>(task: () => Promise<T>): Promise<T>
  /** What is stored changed under the predictors: they start anew from what is left. */
  onRemoved(): Promise<void>
  /** Asks the collector for what is due. */
  send(): Promise<unknown>
  onChanged(): void
}

type Answers = {
  [K in keyof MyDataCalls]: (data: Parameters<MyDataCalls[K]>[0]) => Promise<ReturnType<MyDataCalls[K]>>
}

const COPIED = 50
const COLLECTED = 30

const calls = {
  my_steps: z.strictObject({ before: z.int().nullable(), query: z.string().max(500) }),
  my_page: z.strictObject({ observation_id: sha256 }),
  delete_step: z.strictObject({ seqs: z.array(z.int().positive()).max(100_000) }),
  delete_session: z.strictObject({ session_id: uuid }),
  word: z.strictObject({ word: z.string() }),
  collected: z.strictObject({ before: z.int().nullable() }),
  delete_collected: z.strictObject({ items: z.array(item).max(500) }),
  copy_items: z.strictObject({ after: z.int().nonnegative() }),
}

/**
 * Rewrites what is stored for the words in force, where that is not done yet: after a new word, and after a start where
 * the last rewriting was cut short. How many items changed.
 */
export async function applyWords(buffer: TraceBuffer, words: Words): Promise<number> {
  const { mark, rewriter } = await words.inForce()
  if (mark === null || (await buffer.rewrittenFor()) === mark) return 0
  return buffer.rewrite(rewriter, mark)
}

/** What the "My data" page asks: to see, to search, to delete, to copy. */
export function createMyData(deps: MyDataDeps): Answers {
  async function showing(): Promise<Showing> {
    const { enrolment } = await deps.state()
    return {
      now: deps.now(),
      hold_ms: (enrolment?.study.upload.hold_minutes ?? 0) * 60_000,
      visibility: enrolment?.study.prediction_visibility ?? 'off',
    }
  }

  /** Changes what is stored, and has the collector follow. */
  const change = (work: (buffer: TraceBuffer) => Promise<number>): Promise<number> =>
    deps.inOrder(async () => {
      const changed = await work(await deps.buffer())
      await deps.onRemoved()
      deps.onChanged()
      void deps.send()
      return changed
    })

  return {
    async my_overview(): Promise<MyOverview | null> {
      const { enrolment } = await deps.state()
      if (!enrolment) return null
      const { study } = enrolment
      const buffer = await deps.buffer()
      const [{ words }, counts, redactions, aside] = await Promise.all([
        deps.words.inForce(),
        buffer.counts(),
        buffer.pendingRedactions(),
        buffer.quarantined(),
      ])
      return {
        study: {
          title: study.title,
          hold_minutes: study.upload.hold_minutes,
          device_days: study.retention.device_days,
          collector_days: study.retention.collector_days,
        },
        visibility: study.prediction_visibility,
        words: [...words],
        counts: { waiting: counts.pending, sent: counts.acknowledged },
        redactions,
        aside: aside.map(({ seq, kind, reason, data }) => ({ seq, kind, reason, data })),
      }
    },
    my_steps: async (data) => findSteps(await deps.buffer(), calls.my_steps.parse(data), await showing()),
    my_page: async (data) => (await deps.buffer()).observation(calls.my_page.parse(data).observation_id),
    delete_step: (data) => change((buffer) => buffer.deleteSteps(calls.delete_step.parse(data))),
    delete_session: (data) => change((buffer) => buffer.deleteSession(calls.delete_session.parse(data).session_id)),
    delete_all: () => change((buffer) => buffer.deleteAll()),
    remove_word: (data) =>
      change(async (buffer) => {
        // First of all nothing new may be stored with it; the rewriting goes on after whatever cuts it short.
        await deps.words.add(calls.word.parse(data).word)
        return applyWords(buffer, deps.words)
      }),
    keep_word: (data) =>
      deps.inOrder(async () => {
        await deps.words.drop(calls.word.parse(data).word)
        await deps.onRemoved()
        deps.onChanged()
        return null
      }),
    async collected(data) {
      const { before } = calls.collected.parse(data)
      const { enrolment } = await deps.state()
      if (!enrolment || enrolment.enrolled_at === null) return []
      const found = await readItems({
        endpoint: enrolment.study.upload.endpoint,
        token: enrolment.token,
        fetch: deps.fetch,
        now: deps.now,
        order: 'newest_first',
        from_seq: before,
        limit: COLLECTED,
      })
      const { prediction_visibility: visibility } = enrolment.study
      return found.map((one) => ({
        item_id: one.item_id,
        seq: one.seq,
        kind: one.kind,
        redacted_at: one.redacted_at,
        item: one.kind === 'prediction' && visibility === 'off' ? null : one.item,
      }))
    },
    delete_collected: (data) =>
      change((buffer) => buffer.deleteSteps({ seqs: [], elsewhere: calls.delete_collected.parse(data).items })),
    async copy_head() {
      const { enrolment } = await deps.state()
      return enrolment && { consent: enrolment.consent, study: enrolment.study }
    },
    async copy_items(data) {
      const { after } = calls.copy_items.parse(data)
      return (await (await deps.buffer()).items(after, COPIED)).map((one) => one.item)
    },
  }
}
