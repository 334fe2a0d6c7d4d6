import { z } from 'zod'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import type { PageCalls } from '../messaging/calls.ts'
import { hostPatterns } from '../platform/hostPatterns.ts'
import { makeUuid } from '../platform/makeUuid.ts'
import { injectRecorder } from '../platform/recorderScript.ts'
import { findTab } from '../platform/tabs.ts'
import type { Membership } from './membership.ts'
import { isPausedSite, siteOf } from './pausedPlaces.ts'
import { pauses } from './pauses.ts'
import type { Questions } from './questions.ts'
import type { Tabs } from './tabs.ts'

export interface PausingDeps {
  buffer(): Promise<TraceBuffer>
  membership: Membership
  tabs: Tabs
  questions: Questions
  now(): number
  isFirefox: boolean
  /** Runs a task between the messages of recorders. */
  inOrder<T>(task: () => Promise<T>): Promise<T>
  /** Takes in what recorders kept so far. */
  catchUp(): Promise<void>
  onChanged(): void
}

type Names = 'pause' | 'resume' | 'here' | 'pause_here' | 'resume_here' | 'resume_site'
type Calls = {
  [K in Names]: (data: Parameters<PageCalls[K]>[0]) => Promise<ReturnType<PageCalls[K]>>
}

const messages = {
  pause: z.strictObject({ until: z.int().nullable() }),
  tab: z.strictObject({ tab_id: z.int() }),
  pause_here: z.strictObject({ tab_id: z.int(), by: z.enum(['site', 'tab']) }),
  site: z.strictObject({ site: z.string().min(1) }),
}

/** Pausing for a time, on a site, in a tab; each leaves a gap record, and each is kept over a restart, a tab's while it is open. */
export function createPausing(deps: PausingDeps): Calls {
  const { membership, tabs, questions } = deps

  async function notePause(): Promise<void> {
    const store = await deps.buffer()
    await store.putGap({
      schema_version: 1,
      gap_id: makeUuid(),
      timestamp: deps.now(),
      session_id: (await store.openSession())?.session_id ?? null,
      document_id: null,
      from_seq: null,
      to_seq: null,
      reason: 'paused',
    })
  }

  /** Recorders go on where the tab is wanted; those that must not are refused when they ask. */
  async function goOn(isWanted: (tab: { id: number; url: string }) => boolean): Promise<void> {
    const state = await membership.state()
    if (state.kind === 'recording') await injectRecorder(hostPatterns(state.enrolment.study, deps.isFirefox), isWanted)
    await tabs.settle(state)
  }

  const change = (work: () => Promise<unknown>): Promise<null> =>
    deps.inOrder(async () => {
      // What happened before is judged by the pause that was in force then, or by none.
      await deps.catchUp()
      await work()
      deps.onChanged()
      return null
    })

  return {
    pause: (data) =>
      change(async () => {
        const { until } = messages.pause.parse(data)
        // While it may still be stored that nobody answered.
        await questions.giveUp(await membership.state()).catch(() => {})
        await membership.pause(until)
        await notePause()
      }),
    resume: () => change(() => membership.resume()),
    here: async (data) => tabs.here(messages.tab.parse(data).tab_id, await membership.state()),
    pause_here: (data) =>
      change(async () => {
        const { tab_id, by } = messages.pause_here.parse(data)
        const tab = await findTab(tab_id)
        if (!tab) return
        if (by === 'tab') await pauses.pauseTab(tab_id)
        else if (siteOf(tab.url)) await pauses.pauseSite(siteOf(tab.url))
        await notePause()
        await tabs.settle(await membership.state())
      }),
    resume_here: (data) =>
      change(async () => {
        const { tab_id } = messages.tab.parse(data)
        const tab = await findTab(tab_id)
        await pauses.resumeTab(tab_id)
        if (tab) await pauses.resumeSite(tab.url)
        await goOn(({ id, url }) => id === tab_id || siteOf(url) === siteOf(tab?.url ?? ''))
      }),
    resume_site: (data) =>
      change(async () => {
        const { site } = messages.site.parse(data)
        await pauses.resumeSite(`https://${site}/`)
        await goOn(({ url }) => isPausedSite(url, [site]))
      }),
  }
}
