import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { answerIngest } from '../ingest/answerIngest.ts'
import type { PageSource } from '../pages/readSavedPages.ts'
import { collectGarbage } from './collectGarbage.ts'
import { type Meter, openMeter } from './openMeter.ts'

/** Where the peers send to from a saved page; answered inside the browser, nothing listens there. */
export const PAGE_INGEST = 'https://ingest.invalid'

export interface MeasuredPage {
  page: Page
  cdp: CDPSession
  meter: Meter
}

/**
 * Opens a page at its address, and waits until it is quiet. Of a saved page nothing else is loaded and its own scripts do
 * not run, so that it is the same page for everyone; a page served on this machine loads what lies beside it.
 */
export async function openPage(context: BrowserContext, { url, html }: PageSource): Promise<MeasuredPage> {
  const page = await context.newPage()
  await page.route('**/*', (route) => {
    const request = route.request()
    if (request.url().startsWith(PAGE_INGEST)) {
      const origin = request.headers().origin
      const body = request.postDataBuffer() ?? Buffer.alloc(0)
      return route.fulfill(answerIngest({ method: request.method(), url: request.url(), origin, body }))
    }
    if (html === null) return request.url().startsWith(new URL(url).origin) ? route.continue() : route.abort()
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return route.abort()
    const headers = { 'content-security-policy': "script-src 'none'; worker-src blob:" }
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html })
  })
  await page.goto(url, { waitUntil: 'load' })
  const cdp = await page.context().newCDPSession(page)
  const meter = await openMeter(cdp)
  await meter.quiet()
  await collectGarbage(cdp)
  return { page, cdp, meter }
}
