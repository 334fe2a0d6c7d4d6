import { browser } from '#imports'

/** Address of the study that this build carries (`SHOPTRACE_STUDY=FILE npm run build`), or null. */
export async function builtInStudy(): Promise<string | null> {
  const url = browser.runtime.getURL('/study.json' as '/join.html')
  return fetch(url).then(
    (response) => (response.ok ? url : null),
    () => null,
  )
}
