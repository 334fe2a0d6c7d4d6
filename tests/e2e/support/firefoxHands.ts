import { setTimeout as after } from 'node:timers/promises'
import type { Browser, ElementHandle, Page } from 'puppeteer-core'
import { type Candidate, findCandidates } from './findCandidates.ts'
import {
  askFirst,
  type Hands,
  hasFocus,
  type Landing,
  Missed,
  pointOf,
  readLanding,
  type Tab,
  Unsure,
  WITNESS,
  watchLanding,
} from './hands.ts'

const handleOf = ({ handle }: Candidate) => handle as unknown as ElementHandle<Element>

/**
 * More than a page needs for two frames, in milliseconds. One that leaves meanwhile, and is kept for the way back, never gets
 * them, and the driver never answers: https://github.com/w3c/webdriver-bidi/issues/378
 */
const FRAMES = 5000

/** So long what a page said before it left may still be on its way. */
const SAID = 200

/** So long a page that is there may take to hear a gesture, and so long the next page may take to come. */
const [SILENT, COMING] = [3000, 20_000]

/** Numbers gestures over all tabs: a tab that another opens begins with a copy of its session storage. */
let gestures = 0

/** A person's hands on a Firefox that Puppeteer drives. */
export function firefoxHands(browser: Browser, first: Page): Hands {
  function tabOf(page: Page): Tab {
    const settle = (how: 'goBack' | 'goForward' | 'reload') =>
      page[how]({ waitUntil: 'domcontentloaded', timeout: 5000 }).then(() => {})
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
    // What a page said is said again where it comes back: each gesture has its number.
    let told: Landing | null = null
    page.on('console', (message) => {
      const [key, words] = message.text().split(/ (.*)/s, 2)
      const said = key === WITNESS && words ? JSON.parse(words) : null
      if (said?.gesture === gestures) told = said
    })

    /** What was broken off leaves no key and no button down. */
    async function whole(gesture: Promise<void>): Promise<void> {
      await gesture.catch(async (error: unknown) => {
        await page.mouse.reset().catch(() => {})
        throw error
      })
    }

    /** What the page says of the gesture, on the console and in its storage: whichever says more. */
    async function ask(about: [number, string], origin: string): Promise<Landing> {
      const began = Date.now()
      for (;;) {
        const asking = page.evaluate(readLanding, about).catch(() => null)
        const answer = await Promise.race([asking, after(FRAMES, null)])
        if (answer && !answer.isThere && !told?.heard && !answer.said?.heard) await after(SAID)
        const said: Landing = [told, answer?.said].find((one) => one?.heard) ??
          answer?.said ??
          told ?? { on: 'nowhere' }
        if (said.heard) return said
        // Only a page of the same origin can say that there was nothing to say.
        if (answer && !answer.isThere) return { ...said, heard: answer.origin === origin ? false : null }
        if (Date.now() - began > (answer ? SILENT : COMING)) return { ...said, heard: null }
        await after(20)
      }
    }

    async function landing(target: Candidate, gesture: () => Promise<void>): Promise<Landing> {
      told = null
      const about: [number, string] = [++gestures, WITNESS]
      const origin = await askFirst(target.handle.evaluate(watchLanding, about))
      // What the driver says of it is not what the page says.
      const failed = await gesture().then(
        () => null,
        (error: unknown) => ({ error }),
      )
      const landed = await ask(about, origin)
      const { on, heard } = landed
      if (failed && !heard) throw failed.error
      if (heard === false || on === 'elsewhere') throw new Unsure(landed)
      return landed
    }

    return {
      url: () => page.url(),
      look: (avoid) => findCandidates(page, avoid),
      async click(target, button) {
        const at = await askFirst(Promise.race([handleOf(target).evaluate(pointOf), after(FRAMES, null)]))
        if (!at) throw new Missed()
        const landed = await landing(target, () => whole(page.mouse.click(at.x, at.y, { button })))
        if (landed.on === 'field') throw new Unsure(landed)
        return landed
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
