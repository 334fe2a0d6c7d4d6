import { browser } from '#imports'

const FILE = '/recorder.js'

interface Script {
  id: string
  matches: string[]
  /** Whether frames without an address of their own count as the page that wrote them: possible for whole hosts only. */
  matchOriginAsFallback: boolean
}

function scriptsFor(patterns: string[]): Script[] {
  const isWhole = (pattern: string): boolean => /^[^/]*\/\/[^/]+\/\*$/.test(pattern)
  return [
    { id: 'recorder', matches: patterns.filter(isWhole), matchOriginAsFallback: true },
    { id: 'recorder_paths', matches: patterns.filter((pattern) => !isWhole(pattern)), matchOriginAsFallback: false },
  ].filter(({ matches }) => matches.length > 0)
}

/**
 * Makes the recorder run on `patterns` in pages and frames to come, and in the tabs that are open now.
 * Registration without host permission succeeds and never runs, so callers check the permission first.
 */
export async function startRecorder(patterns: string[]): Promise<void> {
  const wanted = scriptsFor(patterns)
  const known = await browser.scripting.getRegisteredContentScripts()
  const signature = (scripts: Pick<Script, 'id' | 'matches'>[]): string =>
    JSON.stringify(scripts.map(({ id, matches }) => [id, matches]).sort())
  if (signature(known as Script[]) === signature(wanted)) return
  const isNew = known.length === 0
  if (!isNew) await browser.scripting.unregisterContentScripts()
  await browser.scripting.registerContentScripts(
    wanted.map((script) => ({
      ...script,
      js: [FILE],
      allFrames: true,
      runAt: 'document_start' as const,
      persistAcrossSessions: true,
    })),
  )
  if (isNew) await injectRecorder(patterns)
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
