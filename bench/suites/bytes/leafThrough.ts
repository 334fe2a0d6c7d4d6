import type { Page } from 'playwright-core'
import type { PageSource } from '../../pages/readSavedPages.ts'
import type { Arrived, Tool } from '../../tools/tool.ts'

/** Pause before each click and before each page is left: recorders send while a person looks. */
const LOOK_MS = 1500

/** Serves the saved pages at their addresses. What a click leads to does not exist: the page stays, as after a 204. */
async function servePages(page: Page, pages: readonly PageSource[]): Promise<void> {
  const html = new Map(pages.map((source) => [source.url, source.html ?? '']))
  await page.route('**/*', async (route) => {
    const request = route.request()
    // Uploads: a page of another host may not call this machine, so they are passed on from outside of the browser.
    if (request.url().startsWith('http://127.0.0.1:')) return route.fulfill({ response: await route.fetch() })
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return route.abort()
    const body = html.get(request.url())
    if (body === undefined) return route.fulfill({ status: 204 })
    const headers = { 'content-security-policy': "script-src 'none'; worker-src blob:" }
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body })
  })
}

/** Middles of links and buttons in view that nothing lies over, spread over the window. */
const places = (page: Page, count: number): Promise<{ x: number; y: number }[]> =>
  page.evaluate((count) => {
    const found = [...document.querySelectorAll('a[href], button, [role="button"]')].flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const place = { x: left + width / 2, y: top + height / 2 }
      return width > 4 && height > 4 && element.contains(document.elementFromPoint(place.x, place.y)) ? [place] : []
    })
    return Array.from({ length: count }, (_, n) => found[Math.floor(((n + 0.5) * found.length) / count)]).filter(
      (place) => place !== undefined,
    )
  }, count)

/** Opens one saved page after the other and clicks on each, `clicks` times in all where there is enough to click. */
export async function leafThrough(tool: Tool, pages: readonly PageSource[], clicks: number): Promise<Arrived> {
  const open = await tool.open([...new Set(pages.map(({ url }) => new URL(url).origin))])
  try {
    const page = await open.context.newPage()
    await servePages(page, pages)
    let left = clicks
    for (const [index, { url }] of pages.entries()) {
      await page.goto(url, { waitUntil: 'load' })
      const share = Math.ceil(left / (pages.length - index))
      for (const { x, y } of await places(page, share)) {
        await page.waitForTimeout(LOOK_MS)
        await page.mouse.click(x, y)
        left--
      }
      await page.waitForTimeout(LOOK_MS)
      await open.flush(page)
    }
    return await open.finish()
  } finally {
    await open.close()
  }
}
