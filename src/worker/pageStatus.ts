import type { PageStatus } from '../../schemas/index.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import { matchesAny } from '../privacy/matchesPattern.ts'
import { isPausedSite, type PausedPlaces } from './pausedPlaces.ts'

/** A page in a tab, or a frame in one. */
export interface Page {
  url: string
  /** The browser's id; null where it is not known any more. */
  tab_id: number | null
  incognito: boolean
}

/** What becomes of a page, its type apart. Only `recorded` may be recorded. */
export function pageStatus(state: ConsentState, page: Page, places: PausedPlaces): PageStatus {
  const { url, tab_id, incognito } = page
  if (incognito) return { kind: 'private_window' }
  const patterns = state.enrolment?.study.shops.flatMap((shop) => shop.matches) ?? []
  if (!url || !matchesAny(url, patterns)) return { kind: 'not_shop' }
  if (state.kind !== 'recording') return { kind: 'off' }
  const { tabs, sites } = places
  // In which tab it was is not known: it may have been in one that is paused.
  const isTabPaused = tabs === 'all' || (tab_id === null ? tabs.length > 0 : tabs.includes(tab_id))
  if (isTabPaused) return { kind: 'paused', by: 'tab' }
  if (isPausedSite(url, sites)) return { kind: 'paused', by: 'site' }
  return { kind: 'recorded' }
}
