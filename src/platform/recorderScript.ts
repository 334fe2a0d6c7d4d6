import { browser } from '#imports'
import { type Script, scriptChanges } from './scriptChanges.ts'

const FILE = '/recorder.js'

function scriptsFor(patterns: string[]): Script[] {
  const isWhole = (pattern: string): boolean => /^[^/]*\/\/[^/]+\/\*$/.test(pattern)
  return [
    { id: 'recorder', matches: patterns.filter(isWhole), matchOriginAsFallback: true },
    { id: 'recorder_paths', matches: patterns.filter((pattern) => !isWhole(pattern)), matchOriginAsFallback: false },
  ].filter(({ matches }) => matches.length > 0)
}

const registration = (script: Script) => ({
  ...script,
  js: [FILE],
  allFrames: true,
  runAt: 'document_start' as const,
  persistAcrossSessions: true,
})

/**
 * Makes the recorder run on `patterns` in pages and frames to come, and in the tabs that are open now.
 * Registration without host permission succeeds and never runs, so callers check the permission first.
 */
export async function startRecorder(patterns: string[]): Promise<void> {
  const { scripting } = browser
  const known = (await scripting.getRegisteredContentScripts()) as Script[]
  const { changed, added, gone } = scriptChanges(known, scriptsFor(patterns))
  // Changed in place: while nothing is registered, a page or frame that begins to load gets no recorder at all.
  if (changed.length > 0) await scripting.updateContentScripts(changed.map(registration))
  if (added.length > 0) await scripting.registerContentScripts(added.map(registration))
  if (gone.length > 0) await scripting.unregisterContentScripts({ ids: gone })
  if (known.length === 0) await injectRecorder(patterns)
}

/** Starts the recorder in open tabs, in all of the shops' or in those that are wanted. Where it runs already, it goes on. */
export async function injectRecorder(
  patterns: string[],
  isWanted: (tab: { id: number; url: string }) => boolean = () => true,
): Promise<void> {
  for (const tab of await browser.tabs.query({ url: patterns })) {
    if (tab.id === undefined || tab.incognito || !isWanted({ id: tab.id, url: tab.url ?? '' })) continue
    // A tab that went away in the meantime, or an error page, has nothing to record.
    await browser.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: [FILE] }).catch(() => {})
  }
}

/** Takes the recorder out of pages to come. Those that run are told by `stopRecorders`. */
export async function stopRecorder(): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts()
  if (known.length > 0) await browser.scripting.unregisterContentScripts()
}
