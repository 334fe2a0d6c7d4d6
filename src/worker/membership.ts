import { type Enrolment, parseWithdrawals, type Withdrawal } from '../consent/enrolment.ts'
import { type ConsentState, readRecordingState } from '../consent/readRecordingState.ts'
import { stopRecorders } from '../messaging/broadcast.ts'
import { hostPatterns } from '../platform/hostPatterns.ts'
import { releaseHosts } from '../platform/hostPermission.ts'
import { openJournal } from '../platform/journal.ts'
import { startRecorder, stopRecorder } from '../platform/recorderScript.ts'
import { stored } from '../platform/stored.ts'
import { pauses } from './pauses.ts'
import { recorderSettings } from './recorderSettings.ts'

/** Joining, pausing and leaving, and the recorder that follows from them. */
export interface Membership {
  state(): Promise<ConsentState>
  /** Makes what runs agree with what was consented to: after a start, a change, a granted or a lost permission. */
  reconcile(): Promise<ConsentState>
  join(enrolment: Enrolment): Promise<void>
  pause(until: number | null): Promise<void>
  resume(): Promise<void>
  /** Ends the membership on this device; the collector's part remains to be done by `Delivery`. */
  leave(): Promise<Enrolment | null>
}

export interface MembershipDeps {
  now(): number
  isFirefox: boolean
  /** Brings the tabs in line, after recorders were started or stopped. */
  settle(state: ConsentState): Promise<void>
}

export function createMembership(deps: MembershipDeps): Membership {
  const state = () => readRecordingState(deps.now(), deps.isFirefox)

  async function reconcile(): Promise<ConsentState> {
    const current = await state()
    if (current.kind === 'recording') {
      await openJournal(recorderSettings(current.enrolment))
      await startRecorder(hostPatterns(current.enrolment.study, deps.isFirefox))
    } else {
      await stopRecorder()
      await stopRecorders()
      // Last: until it was told, a recorder may keep what happens.
      await openJournal(null)
    }
    await deps.settle(current)
    return current
  }

  return {
    state,
    reconcile,
    async join(enrolment) {
      await stored.enrolment.setValue(enrolment)
      await stored.pause.removeValue()
      await reconcile()
    },
    async pause(until) {
      await stored.pause.setValue({ until })
      await reconcile()
    },
    async resume() {
      await stored.pause.removeValue()
      await reconcile()
    },
    async leave() {
      const { enrolment } = await state()
      if (enrolment) {
        const asked: Withdrawal = {
          endpoint: enrolment.study.upload.endpoint,
          participant_id: enrolment.consent.participant_id,
          token: enrolment.token,
          asked_at: deps.now(),
        }
        // Noted before anything is removed, so that a crash in between cannot lose the request.
        await stored.withdrawals.setValue([...parseWithdrawals(await stored.withdrawals.getValue()), asked])
      }
      await stored.enrolment.removeValue()
      await stored.pause.removeValue()
      await pauses.clear()
      await reconcile()
      if (enrolment) await releaseHosts(hostPatterns(enrolment.study, deps.isFirefox))
      return enrolment
    },
  }
}
