import { browser } from '#imports'

/** Address of the study that this build carries (`SHOPTRACE_STUDY=FILE npm run build`), or null. */
export async function builtInStudy(): Promise<string | null> {
  const url = browser.runtime.getURL('/study.json' as '/join.html')
  // Firefox answers "ok" for a file that is not there, with nothing in it.
  const text = await fetch(url).then(
    (response) => (response.ok ? response.text() : ''),
    () => '',
  )
  return text.trim() ? url : null
}
