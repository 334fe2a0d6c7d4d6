import type { Page } from 'playwright-core'
import { bundle } from '../../support/bundle.ts'

/** Keeps a model's key and the server it is sent to, as an extension's page does; the options know no other server. */
export async function sealModelKey(own: Page, key: string, server: string): Promise<void> {
  const code = await bundle(`import { sealed } from './src/platform/sealed.ts'
    const keep = (name, text) =>
      sealed({ setValue: (value) => chrome.storage.session.set({ [name]: value }) }, name).setValue(text)
    globalThis.keptKey = keep('claude_base_url', ${JSON.stringify(server)})
      .then(() => keep('claude_key', ${JSON.stringify(key)}))`)
  await own.evaluate(code)
  await own.evaluate(() => (globalThis as unknown as { keptKey: Promise<void> }).keptKey)
}
