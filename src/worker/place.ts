import type { Sender } from '../messaging/isOwnPage.ts'
import type { Kept } from '../messaging/kept.ts'

/** Where a recorder's message comes from. */
export interface Place {
  /** The browser's id of the tab; null for what was kept by a recorder that did not know it yet. */
  tab_id: number | null
  /** The tab from which this one was opened, where the browser knows. */
  opener_id: number | null
  /** Address to hold against the study's; empty where it is not known. */
  url: string
  is_frame: boolean
  incognito: boolean
  /** False for what lay in the journal: whoever sent it may be gone. */
  is_live: boolean
  /** In a frame: that the page around it is recorded was known when it was kept. */
  page_recorded: boolean
}

/** A frame that its page wrote has no address of its own: it belongs where its page does. */
const WITHOUT_ADDRESS = /^(?:about|blob|data):/

/** The place of a message, or null where it comes from no tab. */
export function placeOf({ tab, url = '', origin, frameId }: Sender): Place | null {
  if (tab?.id === undefined) return null
  return {
    tab_id: tab.id,
    opener_id: tab.openerTabId ?? null,
    url: WITHOUT_ADDRESS.test(url) ? `${origin ?? ''}/` : url,
    is_frame: frameId !== undefined && frameId !== 0,
    incognito: tab.incognito ?? false,
    is_live: true,
    page_recorded: false,
  }
}

export const placeOfKept = ({ tab_id, url, is_frame, page_recorded = false }: Kept): Place => ({
  tab_id,
  opener_id: null,
  url,
  is_frame,
  incognito: false,
  is_live: false,
  page_recorded,
})
