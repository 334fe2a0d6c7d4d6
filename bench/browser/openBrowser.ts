import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { launchChromium } from '../../src/chromium/launchChromium.ts'

/** The same window for everyone. */
export const VIEWPORT = { width: 1280, height: 800 }

export interface OpenBrowser {
  context: BrowserContext
  close(): Promise<void>
}

/** A headless Chromium with an empty profile of its own, and the unpacked extension where one is named. */
export async function openBrowser(extension?: string): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'shoptrace-bench-'))
  const context = await launchChromium({
    profile,
    headless: true,
    viewport: VIEWPORT,
    ...(extension ? { extension } : {}),
    // A page that nobody looks at must run as if somebody did.
    args: [
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
