import { browser } from '#imports'

/** A tab, as far as the study's hosts let it be seen: the address of any other page is empty. */
export interface OpenTab {
  id: number
  url: string
  incognito: boolean
}

type Raw = { id?: number | undefined; url?: string | undefined; incognito: boolean }

const seen = ({ id, url = '', incognito }: Raw): OpenTab[] => (id === undefined ? [] : [{ id, url, incognito }])

export const listTabs = async (): Promise<OpenTab[]> => (await browser.tabs.query({})).flatMap(seen)

/** Null where the tab is gone. */
export const findTab = async (tab_id: number): Promise<OpenTab | null> =>
  browser.tabs.get(tab_id).then(
    (tab) => seen(tab)[0] ?? null,
    () => null,
  )

/**
 * The tab that a popup or a side panel of this window is about: the one shown, or, where that is one of our own pages,
 * the one looked at before.
 */
export async function tabInView(windowId: number): Promise<number | null> {
  const own = browser.runtime.getURL('/')
  const tabs = (await browser.tabs.query({ windowId })).filter(
    ({ url, pendingUrl }) => !(url || pendingUrl)?.startsWith(own),
  )
  const [latest] = tabs.sort(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  )
  return latest?.id ?? null
}

/** Calls `listener` when another tab is shown or a page is loaded, until `signal` aborts. */
export function onTabInView(listener: () => void, signal: AbortSignal): void {
  const hear = (): void => listener()
  browser.tabs.onActivated.addListener(hear)
  browser.tabs.onUpdated.addListener(hear)
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(hear)
    browser.tabs.onUpdated.removeListener(hear)
  })
}
