import { browser } from '#imports'

/** What Firefox calls the side panel. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> }
}

/** Opens the side panel beside the page. Must be called straight from a click. */
export async function openSidePanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as WithSidebar
  if (sidebarAction) await sidebarAction.open()
  else await chrome.sidePanel.open({ windowId })
}
