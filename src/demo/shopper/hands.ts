import type { Locator, Page } from 'playwright-core'
import type { ShopperStep } from './shopperStep.ts'

export interface HandsOptions {
  page: Page
  pace: 'fast' | 'watchable'
  /** Awaited before every click and every submitted text. */
  beforeStep(next: { excluded: boolean }): Promise<void>
}

/** When an act is over: a new page is loaded, or something on this one shows it. */
export type Until = 'loaded' | (() => Promise<unknown>)

/** What a person can do to a page: each act waits for what it brings about, and tells what it did. */
export interface Hands {
  readonly page: Page
  click(selector: string, until: Until): Promise<ShopperStep>
  typeAndSubmit(selector: string, text: string): Promise<ShopperStep>
  /** Types without submitting. */
  type(selector: string, text: string, until?: () => Promise<unknown>): Promise<ShopperStep>
  /** Chooses from a drop-down list. */
  choose(selector: string, label: string, until?: Until): Promise<ShopperStep>
  back(): Promise<ShopperStep>
  /** Turns the wheel by `pixels`; null where the page cannot scroll that way. */
  scroll(pixels: number): Promise<ShopperStep | null>
}

const EXCLUDED = /^\/(sign-in|account|checkout\/(address|payment))(\/|$)/
const PAUSE_MS = { look: 700, key: 70 }

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What a person reads on an element. */
const readTarget = (element: Locator): Promise<string> =>
  element.evaluate((node) => {
    const label = (node as HTMLInputElement).labels?.[0]?.textContent
    const picture = node.querySelector('img')?.alt
    return node.getAttribute('aria-label') || label || node.textContent?.trim() || picture || ''
  })

export function makeHands({ page, pace, beforeStep }: HandsOptions): Hands {
  const watchable = pace === 'watchable'
  const look = async () => {
    if (watchable) await page.waitForTimeout(PAUSE_MS.look)
  }
  const keys = { delay: watchable ? PAUSE_MS.key : 0 }

  const after = async (until: Until, act: () => Promise<unknown>) => {
    if (until !== 'loaded') {
      await act()
      await until()
      return
    }
    await Promise.all([page.waitForEvent('load'), act()])
  }

  const describe = async (type: ShopperStep['type'], selector: string, text: string | null): Promise<ShopperStep> => {
    const url = page.url()
    const target = selector ? oneLine(await readTarget(page.locator(selector).first())) : ''
    return { type, selector, target, text, url, excluded: EXCLUDED.test(new URL(url).pathname) }
  }

  const focusAndType = async (selector: string, text: string) => {
    const field = page.locator(selector).first()
    await field.focus()
    await field.selectText()
    await field.pressSequentially(text, keys)
  }

  return {
    page,
    async click(selector, until) {
      const element = page.locator(selector).first()
      await element.scrollIntoViewIfNeeded()
      const step = await describe('click', selector, null)
      await beforeStep(step)
      if (watchable) await element.hover()
      await look()
      await after(until, () => element.click())
      return step
    },
    async typeAndSubmit(selector, text) {
      const step = await describe('type_and_submit', selector, text)
      await beforeStep(step)
      await look()
      await focusAndType(selector, text)
      await after('loaded', () => page.keyboard.press('Enter'))
      return step
    },
    async type(selector, text, until) {
      const step = await describe('input', selector, text)
      await focusAndType(selector, text)
      await until?.()
      return step
    },
    async choose(selector, label, until) {
      const step = await describe('input', selector, label)
      await look()
      await after(until ?? (async () => {}), () => page.locator(selector).first().selectOption({ label }))
      return step
    },
    async back() {
      const step = await describe('navigate', '', null)
      await look()
      await page.goBack({ waitUntil: 'load' })
      return step
    },
    async scroll(pixels) {
      const step = await describe('scroll', '', null)
      const before = await page.evaluate(() => ({
        top: scrollY,
        room: document.documentElement.scrollHeight - innerHeight - scrollY,
      }))
      if ((pixels > 0 ? before.room : before.top) < 1) return null
      await look()
      await page.mouse.wheel(0, pixels)
      await page.waitForFunction((top) => scrollY !== top, before.top)
      return step
    },
  }
}
