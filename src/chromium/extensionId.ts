import type { BrowserContext } from 'playwright-core'

/** Id of the extension in a browser started by `launchChromium`; waits for its worker. */
export async function extensionId(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }))
  return new URL(worker.url()).host
}
