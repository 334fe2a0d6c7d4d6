import type { Browser, ElementHandle, Page } from 'puppeteer-core'
import { type Candidate, findCandidates } from './findCandidates.ts'
import { type Hands, hasFocus, Missed, pointOf, type Tab } from './hands.ts'

const handleOf = ({ handle }: Candidate) => handle as unknown as ElementHandle<Element>

/** A person's hands on a Firefox that Puppeteer drives. */
export function firefoxHands(browser: Browser, first: Page): Hands {
  function tabOf(page: Page): Tab {
    const settle = (how: 'goBack' | 'goForward' | 'reload') =>
      page[how]({ waitUntil: 'domcontentloaded', timeout: 5000 }).then(() => {})
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
    return {
      url: () => page.url(),
      look: (avoid) => findCandidates(page, avoid),
      async click(target, button) {
        const at = await handleOf(target).evaluate(pointOf)
        if (!at) throw new Missed()
        await page.mouse.click(at.x, at.y, { button })
      },
      tap: null,
      async focus(target) {
        await handleOf(target).focus()
        if (!(await handleOf(target).evaluate(hasFocus))) throw new Missed()
      },
      press: (key) => page.keyboard.press(key as 'Enter'),
      type: (text) => page.keyboard.type(text),
      wheel: (pixels) => page.mouse.wheel({ deltaY: pixels }),
      async drag(from, to) {
        await page.mouse.move(from.x, from.y)
        await page.mouse.down()
        await page.mouse.move(to.x, to.y, { steps: 4 })
        await page.mouse.up()
      },
      go: (how) => settle(how === 'back' ? 'goBack' : how === 'forward' ? 'goForward' : 'reload'),
      async open(url) {
        // The driver may miss that the page came: what is there tells.
        await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 10_000 }).catch(async (error: unknown) => {
          const at = await page.evaluate('document.readyState !== "loading" && location.href')
          if (!String(at).startsWith(url)) throw error
        })
      },
      async rest() {
        await page.waitForFunction('document.readyState !== "loading"', { timeout: 20_000 }).catch(() => {})
      },
      front: () => page.bringToFront(),
      close: () => page.close(),
    }
  }

  return {
    first: tabOf(first),
    newTab: async () => tabOf(await browser.newPage()),
    async opening(gesture) {
      const before = new Set(browser.targets())
      const opened = browser.waitForTarget((target) => target.type() === 'page' && !before.has(target), {
        timeout: 5000,
      })
      opened.catch(() => {})
      const done = await gesture()
      if (!done) return { done, tab: null }
      const page = await opened.then(
        (target) => target.page(),
        () => null,
      )
      const tab = page && tabOf(page)
      await tab?.rest()
      return { done, tab }
    },
    crash: null,
  }
}
