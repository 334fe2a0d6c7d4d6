import type { Item, Study } from '../../schemas/index.ts'
import { isDue } from '../buffer/isDue.ts'
import type { BatchLimits, ClaimedBatch } from '../buffer/nextBatch.ts'
import type { TraceBuffer } from '../buffer/TraceBuffer.ts'
import type { UploadState } from '../buffer/uploadState.ts'
import { backoff } from './backoff.ts'
import { batchBody } from './batchBody.ts'
import type { Fetch } from './callCollector.ts'
import { gzipBytes } from './gzipBytes.ts'
import { type SendResult, sendBatch } from './sendBatch.ts'
import { type UploadLock, uploadLock } from './uploadLock.ts'

export interface UploaderOptions {
  buffer: Pick<
    TraceBuffer,
    | 'nextBatch'
    | 'acknowledge'
    | 'fail'
    | 'release'
    | 'quarantine'
    | 'retryNow'
    | 'nextUploadAt'
    | 'uploadState'
    | 'updateUploadState'
  >
  endpoint: string
  token: string
  study: Pick<Study, 'id' | 'version'> & { upload: Pick<Study['upload'], 'hold_minutes'> }
  participant_id: string
  fetch: Fetch
  /** The last privacy gate: nothing is sent but what it returns. What it throws on is set aside. */
  scrubItem(item: Item): Item
  /** Milliseconds since 1970. */
  now?: () => number
  /** In [0, 1). */
  random?: () => number
  gzip?: (text: string) => Promise<Uint8Array<ArrayBuffer>>
  lock?: UploadLock
  /** How long what is due waits for more while the participant shops, ms; no time where left out. */
  gather_ms?: number
  /** Items per batch, at most. */
  max_items?: number
  /** JSON bytes per batch before compression, at most, but for a single larger item. */
  max_bytes?: number
  /** Longest wait for an answer, ms. */
  timeout_ms?: number
}

export interface UploadResult {
  /** Items sent, each as often as it was. */
  sent: number
  /** Items the collector now has for good. */
  acknowledged: number
  /** When to call again, ms; null where nothing waits, or where somebody has to do something first. */
  next_at: number | null
}

export interface Uploader {
  /** Sends what is due. Never rejects because of the network; one call at a time does anything. */
  uploadPending(signal?: AbortSignal): Promise<UploadResult>
  /** Sends everything at once, rest time, waits and an earlier stop notwithstanding. */
  uploadNow(signal?: AbortSignal): Promise<UploadResult>
  state(): Promise<UploadState>
}

/** After so many failures over one batch it is tried in halves, so that the item it fails over ends up alone. */
const HALVE_AFTER = 5
/** How long batches go as they are after the collector could not unpack one, ms. */
const PLAIN_MS = 24 * 60 * 60_000
/** After so many setbacks in a row that led to nothing accepted, the fault is not with the items. */
const MANY_SETBACKS = 3

/**
 * Sends the buffer's items to the collector: at least once, never giving up, nothing deleted.
 *
 * All that must survive the worker's death lies in the buffer. An item that the collector will not have is set aside
 * only once it has accepted others since: before that, the fault may be the collector's.
 */
export function createUploader(options: UploaderOptions): Uploader {
  const { buffer, study, participant_id, scrubItem } = options
  const { now = Date.now, random = Math.random, gzip = gzipBytes } = options
  const { lock = uploadLock(`shoptrace-upload:${participant_id}`) } = options
  const { gather_ms = 0, max_items = 500, max_bytes = 1_000_000 } = options
  const hold_ms = study.upload.hold_minutes * 60_000

  /** The items as they may leave the device, or null where some may not: those are set aside. */
  async function scrub(items: readonly Item[]): Promise<Item[] | null> {
    const scrubbed: Item[] = []
    for (const item of items) {
      try {
        scrubbed.push(scrubItem(item))
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        await buffer.quarantine([item.seq], `Kept back by the privacy check: ${why}`)
      }
    }
    return scrubbed.length === items.length ? scrubbed : null
  }

  async function wait({ status, retry_after_ms }: Omit<SendResult, 'verdict'>, message: string): Promise<void> {
    const attempts = (await buffer.uploadState()).attempts + 1
    const next_at = now() + backoff(attempts, random(), retry_after_ms)
    await buffer.updateUploadState({ attempts, next_at, problem: { status, message, stopped: false } })
  }

  /** Acts on an answer; `setback` where nothing came of it, `end` where sending is over for now. */
  async function settle(
    claimed: ClaimedBatch,
    result: SendResult,
    edited: ReadonlySet<number>,
  ): Promise<number | 'setback' | 'end'> {
    const { verdict, status } = result
    const { batch_id, items } = claimed
    switch (verdict.kind) {
      case 'accepted':
        return buffer.acknowledge(batch_id, verdict.acknowledgement, edited)
      case 'wait':
        await wait(result, verdict.message)
        return 'end'
      case 'stop':
        await buffer.updateUploadState({ next_at: null, problem: { status, message: verdict.message, stopped: true } })
        return 'end'
      case 'rename':
        await buffer.release(batch_id)
        return 'setback'
      case 'refused':
        if (claimed.packed && (status === 422 || status === 400)) {
          await buffer.updateUploadState({ plain_until: now() + PLAIN_MS })
          await buffer.release(batch_id)
          return 0
        }
        if (items.length > 1) {
          await buffer.fail(batch_id, { next_at: now(), error: verdict.message, split: true })
          return 0
        }
        if (claimed.others_accepted) {
          await buffer.quarantine(
            items.map(({ seq }) => seq),
            `Refused by the collector (${status}): ${verdict.message}`,
          )
          return 0
        }
    }
    const attempts = claimed.attempts + 1
    const next_at = now() + backoff(attempts, random(), result.retry_after_ms)
    const split = verdict.kind === 'failed' && attempts >= HALVE_AFTER
    await buffer.fail(batch_id, { next_at, error: verdict.message, split })
    await buffer.updateUploadState({ problem: { status, message: verdict.message, stopped: false } })
    return 'setback'
  }

  async function sendDue(
    rest: Pick<BatchLimits, 'hold_ms' | 'gather_ms'>,
    signal?: AbortSignal,
  ): Promise<Omit<UploadResult, 'next_at'>> {
    let sent = 0
    let acknowledged = 0
    let setbacks = 0
    const state = await buffer.uploadState()
    const may = !state.problem?.stopped && (state.next_at === null || isDue(state.next_at, now()))
    while (may && !signal?.aborted) {
      const claimed = await buffer.nextBatch({ now: now(), ...rest, max_items, max_bytes })
      if (!claimed) break
      const items = await scrub(claimed.items)
      if (!items) continue
      const { text, edited } = await batchBody({ study, participant_id }, claimed, items)
      let result: SendResult
      try {
        result = await sendBatch({ ...options, gzip, now }, { ...claimed, items, text }, signal)
      } catch (error) {
        if (signal?.aborted) break
        throw error
      }
      sent += items.length
      const outcome = await settle(claimed, result, edited)
      if (outcome === 'end') break
      setbacks = outcome === 'setback' ? setbacks + 1 : outcome > 0 ? 0 : setbacks
      if (outcome !== 'setback') acknowledged += outcome
      if (setbacks >= MANY_SETBACKS) {
        await wait(result, `The study's collector accepts nothing (${result.status}). Update the extension.`)
        break
      }
    }
    return { sent, acknowledged }
  }

  async function nextAt(): Promise<number | null> {
    const { problem, next_at } = await buffer.uploadState()
    if (problem?.stopped) return null
    const due = await buffer.nextUploadAt(now(), hold_ms, gather_ms)
    return due !== null && next_at !== null && !isDue(next_at, now()) ? Math.max(due, next_at) : due
  }

  const nothing = { sent: 0, acknowledged: 0 }
  return {
    async uploadPending(signal) {
      const done = await lock(false, () => sendDue({ hold_ms, gather_ms }, signal))
      return { ...(done ?? nothing), next_at: await nextAt() }
    },
    async uploadNow(signal) {
      const done = await lock(true, async () => {
        await buffer.retryNow(now())
        return sendDue({ hold_ms: 0 }, signal)
      })
      return { ...(done ?? nothing), next_at: await nextAt() }
    },
    state: () => buffer.uploadState(),
  }
}
