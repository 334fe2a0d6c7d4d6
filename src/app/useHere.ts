import { useEffect, useState } from 'preact/hooks'
import type { PageInView } from '../../schemas/index.ts'
import { onChange } from '../messaging/changes.ts'
import { callFromPage } from '../messaging/send.ts'
import { onTabInView, tabInView } from '../platform/tabs.ts'

/** The tab in view in this window, and what becomes of its page; null while that is not known. */
export function useHere(windowId: number): (PageInView & { tab_id: number }) | null {
  const [here, setHere] = useState<(PageInView & { tab_id: number }) | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    let latest = 0
    const read = async (): Promise<void> => {
      const turn = ++latest
      const tab_id = await tabInView(windowId)
      const found = tab_id === null ? null : { ...(await callFromPage('here', { tab_id })), tab_id }
      if (turn === latest && !controller.signal.aborted) setHere(found)
    }
    // What is not known is not shown; the state of the whole stands beside it.
    const readAgain = (): void => void read().catch(() => setHere(null))
    onChange(readAgain, controller.signal)
    onTabInView(readAgain, controller.signal)
    readAgain()
    return () => controller.abort()
  }, [windowId])
  return here
}
