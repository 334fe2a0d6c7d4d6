import { browser } from '#imports'

/** Runs one of our scripts in a tab's page. False where the tab is gone or shows a page that lets no script in. */
export const runInTab = (tab_id: number, file: '/corner.js'): Promise<boolean> =>
  browser.scripting.executeScript({ target: { tabId: tab_id }, files: [file] }).then(
    () => true,
    () => false,
  )
