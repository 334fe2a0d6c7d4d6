import { addressed, type Item, type Redaction, redactionReceipt } from '../../schemas/index.ts'
import type { NextRedaction } from '../buffer/redactions.ts'
import type { TraceBuffer } from '../buffer/TraceBuffer.ts'
import { answerError } from './answerError.ts'
import { backoff } from './backoff.ts'
import { type CollectorAnswer, callCollector, type Fetch } from './callCollector.ts'
import { CollectorCallError } from './errors.ts'
import { gzipBytes } from './gzipBytes.ts'
import { readItems } from './readItems.ts'
import { type UploadLock, uploadLock } from './uploadLock.ts'

export interface RedactorOptions {
  buffer: Pick<
    TraceBuffer,
    'nextRedaction' | 'takeRedactionNo' | 'redactionDone' | 'redactionFailed' | 'retryRedactions'
  >
  endpoint: string
  token: string
  study: { id: string }
  participant_id: string
  fetch: Fetch
  /** The last privacy gate, which knows the participant's words. */
  scrubItem(item: Item): Item
  /** True where an item may hold one of the words: only those are looked at closely. */
  mayHold(value: unknown): boolean
  /** Milliseconds since 1970. */
  now?: () => number
  /** In [0, 1). */
  random?: () => number
  gzip?: (text: string) => Promise<Uint8Array<ArrayBuffer>>
  lock?: UploadLock
  /** Longest wait for an answer, ms. */
  timeout_ms?: number
}

/** Has the collector delete and replace what the participant deleted and rewrote on this device. */
export interface Redactor {
  /** Asks for what is due, oldest first; never gives up and never rejects because of the network. */
  redactPending(signal?: AbortSignal): Promise<void>
  /** The same, waits notwithstanding. */
  redactNow(signal?: AbortSignal): Promise<void>
}

type Part = Pick<Redaction, 'up_to_seq' | 'session_ids' | 'deleted' | 'replaced'>

const NOTHING: Part = { up_to_seq: 0, session_ids: [], deleted: [], replaced: [] }
const MAX_ITEMS = 500
const MAX_BYTES = 1_000_000
/** Items of the collector read at once while it is looked through. */
const SWEPT = 100
/** Too large, or not as this collector wants it. */
const SMALLER = new Set([413, 422])

/**
 * Sends what the buffer notes as redactions, one request after another, each until it is acknowledged.
 *
 * Every request has a number of its own, greater than those before: the collector ignores one that another overtook, so
 * that a late one cannot undo a newer. All else about a request may be repeated without harm. The collector never learns
 * a word: it gets the items again without it; last of all what it has is read back, and replaced where a word is left.
 */
export function createRedactor(options: RedactorOptions): Redactor {
  const { buffer, endpoint, token, participant_id, fetch, scrubItem, mayHold } = options
  const { now = Date.now, random = Math.random, gzip = gzipBytes } = options
  const { lock = uploadLock(`shoptrace-redact:${participant_id}`), timeout_ms } = options
  const call = (signal?: AbortSignal) => ({
    fetch,
    endpoint,
    token,
    now,
    signal,
    ...(timeout_ms === undefined ? {} : { timeout_ms }),
  })

  async function post(part: Part, redaction_no: number, signal?: AbortSignal): Promise<CollectorAnswer> {
    const body: Redaction = { schema_version: 1, study_id: options.study.id, participant_id, redaction_no, ...part }
    return callCollector({
      ...call(signal),
      method: 'POST',
      path: 'v1/redact',
      headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      body: await gzip(JSON.stringify(body)),
    })
  }

  /** Asks until it is done; throws a `CollectorCallError` where it is not. */
  async function ask(part: Part, signal?: AbortSignal): Promise<void> {
    let above = 0
    for (;;) {
      const redaction_no = await buffer.takeRedactionNo(above)
      const answer = await post(part, redaction_no, signal)
      // Whoever withdrew has nothing there any more.
      if (answer.status === 410) return
      const receipt = redactionReceipt.safeParse(answer.body).data
      if (answer.status !== 200 || !receipt) throw answerError(answer)
      if (receipt.redaction_no <= redaction_no) return
      // A profile brought back from a backup counts from an older number.
      above = receipt.redaction_no
    }
  }

  const gate = (part: Part): Part => ({
    ...part,
    replaced: part.replaced.map((one) => ({ ...one, item: scrubItem(one.item) })),
  })

  /** Replaces what the collector will not take in that form by its deletion, once it is alone. */
  async function replace(
    { replaced, deleted }: Pick<Part, 'replaced' | 'deleted'>,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      await ask(gate({ ...NOTHING, replaced, deleted }), signal)
    } catch (error) {
      if (!(error instanceof CollectorCallError) || !SMALLER.has(error.status ?? 0) || replaced.length === 0)
        throw error
      if (replaced.length === 1) {
        const gone = replaced.map(({ item_id, seq }) => ({ item_id, seq, unless_used: false }))
        return ask({ ...NOTHING, deleted: [...deleted, ...gone] }, signal)
      }
      const middle = Math.ceil(replaced.length / 2)
      await replace({ replaced: replaced.slice(0, middle), deleted }, signal)
      await replace({ replaced: replaced.slice(middle), deleted: [] }, signal)
    }
  }

  /** Looks through the collector's next items after `after_seq`; returns the last one's `seq`, or null at the end. */
  async function sweep(after_seq: number, signal?: AbortSignal): Promise<number | null> {
    const found = await readItems({ ...call(signal), order: 'oldest_first', from_seq: after_seq, limit: SWEPT })
    const replaced: Part['replaced'] = []
    const deleted: Part['deleted'] = []
    const moved = new Map<string, string>()
    for (const { item_id, seq, data, item } of found) {
      if (!mayHold(data)) continue
      const clean = item && scrubItem(item)
      // What cannot be read cannot be cleaned.
      if (!clean) deleted.push({ item_id, seq, unless_used: false })
      else if (JSON.stringify(clean.data) !== JSON.stringify(data)) {
        const next = await addressed(clean)
        if (next.item_id !== item_id) moved.set(item_id, next.item_id)
        replaced.push({ item_id, seq, item: next })
      }
    }
    // These were read before the collector could make them refer to their page under its new id.
    for (const { item } of replaced) {
      if (item.kind !== 'action' && item.kind !== 'prediction') continue
      item.data.observation_id = moved.get(item.data.observation_id ?? '') ?? item.data.observation_id
    }
    if (replaced.length + deleted.length > 0) await replace({ replaced, deleted }, signal)
    return found.at(-1)?.seq ?? null
  }

  async function work(next: NextRedaction, signal?: AbortSignal): Promise<void> {
    switch (next.what) {
      case 'delete': {
        const { up_to_seq, session_ids, deleted } = next
        await ask({ ...NOTHING, up_to_seq, session_ids, deleted }, signal)
        return buffer.redactionDone(next.number, { all: true })
      }
      case 'replace':
        await replace(next, signal)
        return buffer.redactionDone(next.number, { taken: next.taken })
      case 'sweep': {
        const after_seq = await sweep(next.after_seq, signal)
        return buffer.redactionDone(next.number, after_seq === null ? { all: true } : { after_seq })
      }
    }
  }

  async function run(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted) {
      const next = await buffer.nextRedaction({ now: now(), max_items: MAX_ITEMS, max_bytes: MAX_BYTES })
      if (!next) return
      try {
        await work(next, signal)
      } catch (error) {
        if (signal?.aborted) return
        if (!(error instanceof CollectorCallError)) throw error
        const next_at = now() + backoff(next.attempts + 1, random(), error.retry_after_ms)
        await buffer.redactionFailed(next.number, { next_at, error: error.message })
        return
      }
    }
  }

  return {
    redactPending: async (signal) => void (await lock(false, () => run(signal))),
    redactNow: async (signal) =>
      void (await lock(true, async () => {
        await buffer.retryRedactions()
        await run(signal)
      })),
  }
}
