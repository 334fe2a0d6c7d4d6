import { type Enrolment, parseWithdrawals, withdrawalOf } from '../consent/enrolment.ts'
import { leaveAddress } from '../consent/leaveAddress.ts'
import { type ConsentState, readRecordingState } from '../consent/readRecordingState.ts'
import { stopRecorders } from '../messaging/broadcast.ts'
import { hostPatterns } from '../platform/hostPatterns.ts'
import { releaseHosts } from '../platform/hostPermission.ts'
import { openJournal } from '../platform/journal.ts'
import { startRecorder, stopRecorder } from '../platform/recorderScript.ts'
import { stored } from '../platform/stored.ts'
import { setUninstallAddress } from '../platform/uninstallAddress.ts'
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
  /** True where there is no membership, readable or not. */
  hasLeft(): Promise<boolean>
  /** Ends the membership on this device; the collector's part remains to be done by `Delivery`. */
  leave(): Promise<Enrolment | null>
}

export interface MembershipDeps {
  now(): number
  isFirefox: boolean
  /** Forgets what is known of pages. */
  forgetPages(): Promise<void>
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
      await deps.forgetPages()
    }
    await deps.settle(current)
    await setUninstallAddress(leaveAddress(current.enrolment, parseWithdrawals(await stored.withdrawals.getValue())))
    return current
  }

  return {
    state,
    reconcile,
    async join(enrolment) {
      await stored.enrolment.setValue(enrolment)
      await Promise.all([stored.pause, stored.studyCheck, stored.receipt].map((one) => one.removeValue()))
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
    hasLeft: async () => ((await stored.enrolment.getValue()) ?? null) === null,
    async leave() {
      const { enrolment } = await state()
      const asked = withdrawalOf(await stored.enrolment.getValue(), deps.now())
      if (asked) {
        // Noted before anything is removed, so that a crash in between cannot lose the request.
        await stored.withdrawals.setValue([...parseWithdrawals(await stored.withdrawals.getValue()), asked])
      }
      await stored.enrolment.removeValue()
      await pauses.clear()
      await Promise.all([stored.pause, stored.studyCheck, stored.surveys].map((one) => one.removeValue()))
      await reconcile()
      if (enrolment) await releaseHosts(hostPatterns(enrolment.study, deps.isFirefox))
      return enrolment
    },
  }
}
