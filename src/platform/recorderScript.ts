import { browser } from '#imports'

const ID = 'recorder'
const FILE = '/recorder.js'

/**
 * Makes the recorder run on `patterns` in pages to come, and in the tabs that are open now.
 * Registration without host permission succeeds and never runs, so callers check the permission first.
 */
export async function startRecorder(patterns: string[]): Promise<void> {
  const script = {
    id: ID,
    js: [FILE],
    matches: patterns,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  }
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] })
  if (known.length > 0) {
    if (JSON.stringify(known[0]?.matches) !== JSON.stringify(patterns))
      await browser.scripting.updateContentScripts([script])
    return
  }
  await browser.scripting.registerContentScripts([script])
  for (const tab of await browser.tabs.query({ url: patterns })) {
    if (tab.id === undefined || tab.incognito) continue
    // A tab that went away in the meantime, or an error page, has nothing to record.
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [FILE] }).catch(() => {})
  }
}

/** Takes the recorder out of pages to come. Those that run are told by `stopRecorders`. */
export async function stopRecorder(): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] })
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] })
}
