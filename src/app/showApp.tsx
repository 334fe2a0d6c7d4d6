import { type ComponentChild, render } from 'preact'
import { z } from 'zod'
import { currentWindowId } from '../platform/currentWindowId.ts'
import { shownLanguage } from './shownLanguage.ts'

/** Shows one of the extension's pages. */
export async function showApp(app: (windowId: number) => ComponentChild): Promise<void> {
  // zod compiles parsers with `new Function`, which an extension page's CSP forbids and logs.
  z.config({ jitless: true })
  document.documentElement.lang = shownLanguage()
  const windowId = await currentWindowId()
  render(app(windowId), document.getElementById('app') ?? document.body)
}
