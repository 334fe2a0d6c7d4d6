import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { Study } from '../../schemas/index.ts'
import { openPilot, type PilotResult } from '../pilot/openPilot.ts'
import { startShop } from './shop/startShop.ts'
import { runShopper } from './shopper/runShopper.ts'
import { isPredicted } from './shopper/shopperStep.ts'
import { composePicture } from './show/composePicture.ts'
import { startXvfb } from './show/startXvfb.ts'
import { untilPredicted } from './show/untilPredicted.ts'

export interface DemoOptions {
  study: Study
  out: string
  /** Predicted actions that the scripted shopper takes. */
  steps: number
  seed: number
  /** Who shops: a person in the window, or the script in a real window (if there can be one) or in none. */
  mode: 'person' | 'window' | 'headless'
  port: number
  say(line: string): void
  /** Resolves when the person wants to end. */
  stopped(context: BrowserContext): Promise<void>
}

export interface DemoResult extends PilotResult {
  /** Path of the picture, or null where a person shopped. */
  picture: string | null
}

const WINDOW = { width: 1680, height: 960 }
const PATIENCE_MS = 5000

/** Opens the browser's real side panel beside the shop: only a click on a page of ours may do that. */
async function openSidePanel(control: Page): Promise<void> {
  await control.locator('[data-action="open-panel"]').click()
}

/** In a headless browser there is no side panel to see: the same page, in a window of its own. */
async function openPanelWindow(context: BrowserContext, control: Page): Promise<Page> {
  const opened = context.waitForEvent('page')
  await control.evaluate(() =>
    (globalThis as unknown as { chrome: typeof chrome }).chrome.windows.create({
      url: 'sidepanel.html',
      type: 'popup',
      width: 420,
      height: 960,
    }),
  )
  const panel = await opened
  await panel.setViewportSize({ width: 420, height: 960 })
  return panel
}

/** The whole loop on one machine: a shop, a collector, a browser that records and predicts, a dataset at the end. */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
  const { out, say } = options
  mkdirSync(out, { recursive: true })
  // A demonstration starts from nothing: no participant and no learning of an earlier one.
  rmSync(join(out, '.pilot'), { recursive: true, force: true })
  const shop = await startShop({ host: '127.0.0.1', port: options.port, seed: 1 })
  say(`The shop is at ${shop.url}`)
  const [first] = options.study.shops
  const study: Study = { ...options.study, shops: [{ name: first?.name ?? 'Shop', matches: [`${shop.url}/*`] }] }
  const display = options.mode === 'window' ? await startXvfb(WINDOW.width, WINDOW.height) : null
  if (display) process.env.DISPLAY = display.name
  const inWindow = options.mode === 'person' || display !== null
  try {
    const pilot = await openPilot({
      study,
      data: out,
      headless: !inWindow,
      kind: options.mode === 'person' ? 'test' : 'synthetic',
      viewport: inWindow ? null : { width: 1260, height: 960 },
      args: [`--window-size=${WINDOW.width},${WINDOW.height}`, '--window-position=0,0'],
    })
    const { context } = pilot
    const control = context.pages()[0] ?? (await context.newPage())
    await control.goto(`chrome-extension://${pilot.extension}/options.html`)
    const panel = inWindow ? null : await openPanelWindow(context, control)
    if (inWindow) await openSidePanel(control)
    const page = await context.newPage()
    await page.goto(shop.url)

    let picture: string | null = null
    if (options.mode === 'person') {
      await control.close()
      say('Shop as you like. Close the window or press Ctrl-C to end.')
      await options.stopped(context)
    } else {
      say(`A scripted shopper takes ${options.steps} steps (marked synthetic in the data) …`)
      const done = await runShopper({
        page,
        shopUrl: shop.url,
        steps: options.steps,
        seed: options.seed,
        pace: 'fast',
        // Nothing is predicted on a page of which only the type is kept.
        beforeStep: async ({ excluded }) => {
          if (!excluded) await untilPredicted(control, page.url(), { patience_ms: PATIENCE_MS })
        },
      })
      const predicted = done.filter(isPredicted)
      const hidden = predicted.filter(({ excluded }) => excluded).length
      if (hidden > 0) say(`${hidden} of them on address, payment or account pages, of which only the type is recorded.`)
      const steps = predicted.length - hidden
      await untilPredicted(control, page.url(), { patience_ms: PATIENCE_MS, steps })
      picture = join(out, 'demo.png')
      writeFileSync(picture, display ? display.picture() : await composePicture(context, page, panel ?? page))
    }
    return { ...(await pilot.finish()), picture }
  } finally {
    display?.stop()
    await shop.close()
  }
}
