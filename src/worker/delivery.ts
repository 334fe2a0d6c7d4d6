import type { Receipt } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import { type Enrolment, parseWithdrawals } from '../consent/enrolment.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { Sent } from '../messaging/calls.ts'
import { stored } from '../platform/stored.ts'
import { scrubItem } from '../privacy/scrubItem.ts'
import { createUploader, type Uploader } from '../upload/createUploader.ts'
import { enrol } from '../upload/enrol.ts'
import { CollectorRefusedError } from '../upload/errors.ts'
import { withdraw } from '../upload/withdraw.ts'

export interface DeliveryDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
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

const say = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function createDelivery(deps: DeliveryDeps): Delivery {
  let uploader: { token: string; uploader: Uploader } | null = null

  async function ensureEnrolled(enrolment: Enrolment): Promise<void> {
    if (enrolment.enrolled_at !== null) return
    const { consent, token, study } = enrolment
    await enrol({ endpoint: study.upload.endpoint, token, consent, fetch: deps.fetch })
    const still = await deps.state()
    // The participant may have left while the collector answered.
    if (still.enrolment?.token !== token) return
    await stored.enrolment.setValue({ ...enrolment, enrolled_at: deps.now() })
  }

  async function uploaderFor({ token, study, consent }: Enrolment): Promise<Uploader> {
    if (uploader?.token !== token) {
      uploader = {
        token,
        uploader: createUploader({
          buffer: await deps.buffer(),
          endpoint: study.upload.endpoint,
          token,
          study,
          participant_id: consent.participant_id,
          fetch: deps.fetch,
          now: deps.now,
          random: deps.random,
          scrubItem,
        }),
      }
    }
    return uploader.uploader
  }

  return {
    async send(everything = false) {
      const { enrolment } = await deps.state()
      if (!enrolment) return { waiting: 0, quarantined: 0, problem: null }
      const buffer = await deps.buffer()
      let problem: string | null = null
      try {
        await ensureEnrolled(enrolment)
        const sender = await uploaderFor(enrolment)
        await (everything ? sender.uploadNow() : sender.uploadPending())
        problem = (await sender.state()).problem?.message ?? null
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
