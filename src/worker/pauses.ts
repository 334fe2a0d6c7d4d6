import { z } from 'zod'
import { readTogether, stored } from '../platform/stored.ts'
import { isPausedSite, type PausedPlaces } from './pausedPlaces.ts'

const siteList = z.array(z.string().min(1)).max(1000)
const tabList = z.array(z.int()).max(100_000)

const read = <T>(raw: unknown, schema: z.ZodType<T>): T | 'all' =>
  raw === null || raw === undefined ? (schema.parse([]) as T) : (schema.safeParse(raw).data ?? 'all')

/** Read afresh for every message: nothing of it is remembered by a worker that may die. */
export async function readPauses(): Promise<PausedPlaces> {
  const [sites, tabs] = await readTogether(stored.pausedSites, stored.pausedTabs)
  return { sites: read(sites, siteList), tabs: read(tabs, tabList) }
}

const listed = <T>(list: readonly T[] | 'all'): readonly T[] => (list === 'all' ? [] : list)

/** Changes where the participant paused. Callers run one after the other. */
export const pauses = {
  async pauseSite(site: string): Promise<void> {
    const { sites } = await readPauses()
    if (sites !== 'all') await stored.pausedSites.setValue([...new Set([...sites, site])])
  },
  /** Lifts what keeps this address paused: its own site, and a wider one that it belongs to. */
  async resumeSite(url: string): Promise<void> {
    const sites = listed((await readPauses()).sites).filter((site) => !isPausedSite(url, [site]))
    await stored.pausedSites.setValue(sites)
  },
  async pauseTab(tab_id: number): Promise<void> {
    const { tabs } = await readPauses()
    if (tabs !== 'all') await stored.pausedTabs.setValue([...new Set([...tabs, tab_id])])
  },
  async resumeTab(tab_id: number): Promise<void> {
    await stored.pausedTabs.setValue(listed((await readPauses()).tabs).filter((one) => one !== tab_id))
  },
  /** A tab's pause ends with it. */
  async tabClosed(tab_id: number): Promise<void> {
    if (listed((await readPauses()).tabs).includes(tab_id)) await pauses.resumeTab(tab_id)
  },
  /** At a browser start old ids name other tabs. */
  forgetTabs: () => stored.pausedTabs.removeValue(),
  async clear(): Promise<void> {
    await stored.pausedSites.removeValue()
    await stored.pausedTabs.removeValue()
  },
}
