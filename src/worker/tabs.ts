import { z } from 'zod'
import type { PageInView, PageStatus } from '../../schemas/index.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import { tellTab } from '../messaging/broadcast.ts'
import { type Look, setLook } from '../platform/look.ts'
import { stored } from '../platform/stored.ts'
import { findTab, listTabs, type OpenTab } from '../platform/tabs.ts'
import { pageStatus } from './pageStatus.ts'
import { siteOf } from './pausedPlaces.ts'
import { readPauses } from './pauses.ts'

/** What the toolbar button says in a tab, and what is told to the recorder there. */
export interface Tabs {
  /** After whatever changes what is recorded where: every tab's button is right, and no recorder runs on where it may not. */
  settle(state: ConsentState): Promise<void>
  /** A page of this tab was loaded, or looks different now; `type_only`: of it only the type is kept. */
  seen(tab_id: number, state: ConsentState, type_only: boolean): Promise<void>
  here(tab_id: number, state: ConsentState): Promise<PageInView>
}

const ELSEWHERE: Record<ConsentState['kind'], Look> = { recording: 'elsewhere', paused: 'paused', off: 'off' }

const lookOf = ({ kind }: PageStatus, state: ConsentState): Look =>
  kind === 'recorded' ? 'recording' : kind === 'type_only' || kind === 'paused' ? kind : ELSEWHERE[state.kind]

/** Tabs on a page of which only the type is kept. */
export const typeOnlyTabs = async (): Promise<number[]> =>
  z.array(z.int()).safeParse(await stored.typeOnlyTabs.getValue()).data ?? []

export function createTabs(): Tabs {
  let settled: string | null = null

  async function statusOf(tab: OpenTab, state: ConsentState): Promise<PageStatus> {
    const [paused, typeOnly] = await Promise.all([readPauses(), typeOnlyTabs()])
    const status = pageStatus(state, { ...tab, tab_id: tab.id }, paused)
    return status.kind === 'recorded' && typeOnly.includes(tab.id) ? { kind: 'type_only' } : status
  }

  return {
    async settle(state) {
      await setLook(ELSEWHERE[state.kind])
      // The looks of tabs outlive what they said; where nothing changed, those elsewhere need not be set again.
      const key = JSON.stringify([state.kind, state.enrolment?.study.shops])
      for (const tab of await listTabs()) {
        const status = await statusOf(tab, state)
        if (status.kind === 'paused') await tellTab(tab.id, 'stop_recording')
        if (status.kind !== 'not_shop' || settled !== key) await setLook(lookOf(status, state), tab.id)
      }
      settled = key
    },
    async seen(tab_id, state, type_only) {
      const before = await typeOnlyTabs()
      if (before.includes(tab_id) !== type_only) {
        const others = before.filter((one) => one !== tab_id)
        await stored.typeOnlyTabs.setValue(type_only ? [...others, tab_id] : others)
      }
      const tab = await findTab(tab_id)
      if (tab) await setLook(lookOf(await statusOf(tab, state), state), tab_id)
    },
    async here(tab_id, state) {
      const tab = await findTab(tab_id)
      if (!tab) return { status: { kind: 'not_shop' }, site: null }
      const status = await statusOf(tab, state)
      return { status, site: status.kind === 'not_shop' || status.kind === 'private_window' ? null : siteOf(tab.url) }
    },
  }
}
