import type { BrowserContext, ElementHandle, Page } from 'playwright-core'
import { type Candidate, findCandidates } from './findCandidates.ts'
import {
  askFirst,
  type Hands,
  hasFocus,
  Missed,
  pointOf,
  readLanding,
  type Tab,
  Unsure,
  WITNESS,
  watchLanding,
} from './hands.ts'

/** Longest time for one gesture on a target that can be hit, milliseconds. */
const GESTURE_MS = 15_000

const handleOf = ({ handle }: Candidate) => handle as ElementHandle<Element>

/** A person's hands on a Chromium that Playwright drives. */
export function chromiumHands(context: BrowserContext, first: Page): Hands {
  const pages = new WeakMap<Tab, Page>()
  let gestures = 0

  function tabOf(page: Page): Tab {
    const tab: Tab = {
      url: () => page.url(),
      look: (avoid) => findCandidates(page, avoid),
      async click(target, button) {
        if (!(await askFirst(handleOf(target).evaluate(pointOf)))) throw new Missed()
        await handleOf(target).click({ button, noWaitAfter: true, timeout: GESTURE_MS })
        return null
      },
      async tap(target) {
        if (!(await askFirst(handleOf(target).evaluate(pointOf)))) throw new Missed()
        await handleOf(target).click({ trial: true, timeout: GESTURE_MS })
        const session = await context.newCDPSession(page)
        const at = await handleOf(target).evaluate(pointOf)
        if (!at) throw new Missed()
        await session.send('Input.synthesizeTapGesture', { ...at, gestureSourceType: 'touch' })
        await session.detach().catch(() => {})
      },
      async focus(target) {
        await askFirst(handleOf(target).focus())
        if (!(await askFirst(handleOf(target).evaluate(hasFocus)))) throw new Missed()
      },
      press: (key) => page.keyboard.press(key),
      async landing(target, gesture) {
        const about: [number, string] = [++gestures, WITNESS]
        await askFirst(target.handle.evaluate(watchLanding, about))
        await gesture()
        // Where the page has left, the gesture did what it was to do.
        const read = await page.evaluate(readLanding, about).catch(() => null)
        const on = read?.said?.on ?? 'target'
        if (on === 'elsewhere') throw new Unsure({ on })
        return { on }
      },
      type: (text) => page.keyboard.type(text),
      wheel: (pixels) => page.mouse.wheel(0, pixels),
      async drag(from, to) {
        await page.mouse.move(from.x, from.y)
        await page.mouse.down()
        await page.mouse.move(to.x, to.y, { steps: 4 })
        await page.mouse.up()
      },
      async go(how) {
        const wait = { waitUntil: 'commit', timeout: 5000 } as const
        if (how === 'back') await page.goBack(wait)
        else if (how === 'forward') await page.goForward(wait)
        else await page.reload(wait)
      },
      async open(url) {
        // A link to the same page, followed late, may come first: what is there tells.
        await page.goto(url, { waitUntil: 'domcontentloaded' }).catch(async (error: unknown) => {
          await page.waitForLoadState('domcontentloaded')
          if (!page.url().startsWith(url)) throw error
        })
      },
      rest: () => page.waitForLoadState('domcontentloaded', { timeout: 20_000 }).catch(() => {}),
      front: () => page.bringToFront(),
      close: () => page.close(),
    }
    pages.set(tab, page)
    return tab
  }

  return {
    first: tabOf(first),
    newTab: async () => tabOf(await context.newPage()),
    async opening(gesture) {
      const opened = context.waitForEvent('page', { timeout: 10_000 })
      opened.catch(() => {})
      const done = await gesture()
      if (!done) return { done, tab: null }
      const page = await opened.catch(() => null)
      await page?.waitForLoadState('domcontentloaded').catch(() => {})
      return { done, tab: page && tabOf(page) }
    },
    async crash(tab) {
      const page = pages.get(tab) as Page
      const crashed = page.waitForEvent('crash', { timeout: 10_000 })
      await page.goto('chrome://crash').catch(() => {})
      await crashed.catch(() => {})
      await page.close().catch(() => {})
    },
  }
}
