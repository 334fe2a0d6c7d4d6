import { setTimeout as after } from 'node:timers/promises'
import type { Browser, ElementHandle, Page } from 'puppeteer-core'
import { type Candidate, findCandidates } from './findCandidates.ts'
import { askFirst, type Hands, hasFocus, type Landing, Missed, pointOf, type Tab, watchLanding } from './hands.ts'

const handleOf = ({ handle }: Candidate) => handle as unknown as ElementHandle<Element>

/**
 * More than a page needs for two frames, in milliseconds. One that leaves meanwhile, and is kept for the way back, never gets
 * them, and the driver never answers: https://github.com/w3c/webdriver-bidi/issues/378
 */
const FRAMES = 5000

/** So long what a page said before it left may still be on its way. */
const SAID = 200

/** A person's hands on a Firefox that Puppeteer drives. */
export function firefoxHands(browser: Browser, first: Page): Hands {
  function tabOf(page: Page): Tab {
    const settle = (how: 'goBack' | 'goForward' | 'reload') =>
      page[how]({ waitUntil: 'domcontentloaded', timeout: 5000 }).then(() => {})
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
    // What a page said is said again where it comes back: each gesture has its number.
    let gestures = 0
    let landed: Landing | null = null
    page.on('console', (message) => {
      const [, gesture, on] = /^gesture (\d+) on (\w+)$/.exec(message.text()) ?? []
      if (Number(gesture) === gestures) landed = on as Landing
    })

    /** What was broken off leaves no key and no button down. */
    async function whole(gesture: Promise<void>): Promise<void> {
      await gesture.catch(async (error: unknown) => {
        await page.mouse.reset().catch(() => {})
        throw error
      })
    }

    async function landing(target: Candidate, gesture: () => Promise<void>): Promise<Landing> {
      landed = null
      await askFirst(target.handle.evaluate(watchLanding, ++gestures))
      await gesture()
      // A page that is still there was hit, or owes an answer.
      const isThere = await target.handle.evaluate(() => true).catch(() => after(SAID, false))
      return landed ?? (isThere ? 'target' : 'nowhere')
    }

    return {
      url: () => page.url(),
      look: (avoid) => findCandidates(page, avoid),
      async click(target, button) {
        const at = await askFirst(Promise.race([handleOf(target).evaluate(pointOf), after(FRAMES, null)]))
        if (!at) throw new Missed()
        const on = await landing(target, () => whole(page.mouse.click(at.x, at.y, { button })))
        if (on !== 'target') throw new Error(`Timeout: the page left, or moved, under the hand: ${on}`)
      },
      tap: null,
      async focus(target) {
        await askFirst(handleOf(target).focus())
        if (!(await askFirst(handleOf(target).evaluate(hasFocus)))) throw new Missed()
      },
      press: (key) => whole(page.keyboard.press(key as 'Enter')),
      landing,
      type: (text) => whole(page.keyboard.type(text)),
      wheel: (pixels) => page.mouse.wheel({ deltaY: pixels }),
      async drag(from, to) {
        await page.mouse.move(from.x, from.y)
        await whole(page.mouse.down())
        await whole(page.mouse.move(to.x, to.y, { steps: 4 }))
        await whole(page.mouse.up())
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
      const known = new Set(browser.targets())
      const opened = browser.waitForTarget((target) => target.type() === 'page' && !known.has(target), {
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
