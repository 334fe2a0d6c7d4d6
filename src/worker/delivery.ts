import type { Item, Receipt } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import { type Enrolment, parseWithdrawals } from '../consent/enrolment.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { Sent } from '../messaging/calls.ts'
import { sha256 } from '../platform/sha256.ts'
import { stored } from '../platform/stored.ts'
import { scrubItem } from '../privacy/scrubItem.ts'
import { createUploader, type Uploader } from '../upload/createUploader.ts'
import { enrol } from '../upload/enrol.ts'
import { CollectorRefusedError } from '../upload/errors.ts'
import { createRedactor, type Redactor } from '../upload/redact.ts'
import { withdraw } from '../upload/withdraw.ts'
import type { Words, WordsInForce } from './words.ts'

export interface DeliveryDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
  words: Pick<Words, 'inForce'>
  fetch: typeof globalThis.fetch
  now(): number
  random(): number
  onChanged(): void
}

/** What goes to the collector: the enrolment, the batches, the withdrawals. Safe to call at any time, again and again. */
export interface Delivery {
  /** Sends what is due. `everything` ignores the rest time. */
  send(everything?: boolean): Promise<Sent>
  /** Has collectors delete what withdrawals still ask for; the last receipt, or null while one could not be reached. */
  withdrawPending(): Promise<Receipt | null>
}

/**
 * How long what may be sent waits for more, ms, while the participant shops. It lies on the disk meanwhile, and is sent
 * when the session ends, when a batch is full, or when this is over, whichever comes first.
 */
const GATHER_MS = 10 * 60_000

const say = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function createDelivery(deps: DeliveryDeps): Delivery {
  let sender: { key: string; uploader: Uploader; redactor: Redactor } | null = null
  let words: WordsInForce | null = null

  async function ensureEnrolled(enrolment: Enrolment): Promise<void> {
    if (enrolment.enrolled_at !== null) return
    const { consent, token, study, leave_secret } = enrolment
    const leave_secret_sha256 = leave_secret === undefined ? undefined : await sha256(leave_secret)
    const call = { endpoint: study.upload.endpoint, token, fetch: deps.fetch }
    const { receipt } = await enrol({ ...call, consent, leave_secret_sha256 })
    const { enrolment: still } = await deps.state()
    // The participant may have left, or agreed to another text, while the collector answered.
    if (still?.token !== token || still.consent.agreed_at !== consent.agreed_at) return
    await stored.enrolment.setValue({ ...still, enrolled_at: deps.now(), ...(receipt && { receipt }) })
  }

  /** The last gate before anything leaves; the words are read before every sending. */
  const gate = (item: Item): Item => {
    if (!words) throw new Error('The list of removed words was not read.')
    return scrubItem(item, words.scrub)
  }

  async function senderFor({ token, study, consent }: Enrolment): Promise<{ uploader: Uploader; redactor: Redactor }> {
    // The same participant may have agreed to a newer study meanwhile: another hold time, another collector.
    const key = JSON.stringify([token, study])
    if (sender?.key !== key) {
      const common = {
        buffer: await deps.buffer(),
        endpoint: study.upload.endpoint,
        token,
        study,
        participant_id: consent.participant_id,
        fetch: deps.fetch,
        now: deps.now,
        random: deps.random,
        scrubItem: gate,
        gather_ms: GATHER_MS,
      }
      const mayHold = (value: unknown): boolean => words?.rewriter.mayHold(value) ?? true
      sender = { key, uploader: createUploader(common), redactor: createRedactor({ ...common, mayHold }) }
    }
    return sender
  }

  return {
    async send(everything = false) {
      const { enrolment } = await deps.state()
      if (!enrolment) return { waiting: 0, quarantined: 0, problem: null }
      const buffer = await deps.buffer()
      let problem: string | null = null
      try {
        words = await deps.words.inForce()
        // What is stored is being rewritten: nothing of it leaves before that is done.
        const isReady = words.mark === null || (await buffer.rewrittenFor()) === words.mark
        if (isReady) {
          await ensureEnrolled(enrolment)
          const { uploader, redactor } = await senderFor(enrolment)
          // First what is to go: it may have waited for longer than any item.
          await (everything ? redactor.redactNow() : redactor.redactPending())
          await (everything ? uploader.uploadNow() : uploader.uploadPending())
          const { error } = await buffer.pendingRedactions()
          problem = (await uploader.state()).problem?.message ?? error
        }
      } catch (error) {
        problem = say(error)
        const stopped = error instanceof Error && 'retriable' in error && error.retriable === false
        await buffer.updateUploadState({ problem: { status: null, message: problem, stopped } })
      }
      deps.onChanged()
      const { pending: waiting, quarantined } = await buffer.counts()
      return { waiting, quarantined, problem }
    },
    async withdrawPending() {
      const open = parseWithdrawals(await stored.withdrawals.getValue())
      let receipt: Receipt | null = null
      for (const asked of open) {
        try {
          receipt = await withdraw({ endpoint: asked.endpoint, token: asked.token, fetch: deps.fetch })
          // What stays of the participant here; who joined again meanwhile has no need of it.
          if (!(await deps.state()).enrolment) await stored.receipt.setValue(receipt)
        } catch (error) {
          // 401: this token was never enrolled, so there is nothing to delete. All else is asked again at the next alarm.
          if (!(error instanceof CollectorRefusedError && error.status === 401)) continue
        }
        const rest = parseWithdrawals(await stored.withdrawals.getValue()).filter(({ token }) => token !== asked.token)
        if (rest.length > 0) await stored.withdrawals.setValue(rest)
        else await stored.withdrawals.removeValue()
      }
      return receipt
    },
  }
}
