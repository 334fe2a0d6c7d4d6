import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { bundlePage } from '../../src/chromium/bundlePage.ts'
import { launchChromium } from '../../src/chromium/launchChromium.ts'

/** One Chromium for a test file, with the page harness in every page it opens. */
export interface PageBrowser {
  /** A page that shows `html` at `url`, with everything else blocked; its own scripts too, where it must not change by itself. */
  open(html: string | Buffer, url?: string, isStill?: boolean): Promise<Page>
  close(): Promise<void>
}

export async function startPageBrowser(): Promise<PageBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'shoptrace-test-'))
  const harness = await bundlePage('../tests/support/pageHarness.ts', 'pageHarness')
  const context: BrowserContext = await launchChromium({ profile, headless: true })
  return {
    async open(html, url = 'https://shop.example/page', isStill = false) {
      const page = await context.newPage()
      let served = false
      await page.route('**/*', (route) => {
        if (served) return route.abort()
        served = true
        const policy = isStill ? { 'content-security-policy': "script-src 'none'" } : {}
        return route.fulfill({ body: html, headers: { 'content-type': 'text/html; charset=utf-8', ...policy } })
      })
      await page.goto(url, { waitUntil: 'domcontentloaded' })
      await page.evaluate(`${harness};globalThis.pageHarness = pageHarness`)
      return page
    },
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
