import { browser } from '../platform/browser.ts'
import type { Broadcast } from './calls.ts'

/** Tells what runs in a tab's page. Nobody listening is no error. */
export async function tellTab(tab_id: number, broadcast: Broadcast['broadcast']): Promise<void> {
  await browser.tabs.sendMessage(tab_id, { broadcast } satisfies Broadcast).catch(() => {})
}

/** Tells every running recorder to stop at once. */
export async function stopRecorders(): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? null : tellTab(tab.id, 'stop_recording'))))
}
