import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../../src/chromium/findChromium.ts'
import { bundleGallery } from './bundleGallery.ts'

export interface View {
  width: number
  scheme: 'light' | 'dark'
  /** Default `reduce`: nothing moves while it is looked at. */
  motion?: 'reduce' | 'no-preference'
  /** As in `locales/`; default `en`. */
  locale?: string
}

export interface Gallery {
  /** An empty page that looks like `view`. */
  open(view: View): Promise<Page>
  /** A page with one component, in one of its samples. */
  show(component: string, sample: string, view: View): Promise<Page>
  /** What went wrong in any page. */
  readonly errors: string[]
  close(): Promise<void>
}

const HTML =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shoptrace</title><link rel="stylesheet" href="/style.css"></head><body><div id="app"></div><script type="module" src="/script.js"></script></body></html>'

/** Opens the bundled components in a real Chromium, served out of memory. */
export async function openGallery(): Promise<Gallery> {
  const { script, style } = await bundleGallery()
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found. Run "npm run setup", or set SHOPTRACE_CHROMIUM.')
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const errors: string[] = []
  const gallery: Gallery = {
    errors,
    async open({ width, scheme, motion = 'reduce', locale = 'en' }) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: motion,
        timezoneId: 'UTC',
        locale: 'en-US',
      })
      const page = await context.newPage()
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url())
        if (pathname === '/style.css') return route.fulfill({ contentType: 'text/css', body: style })
        if (pathname === '/script.js') return route.fulfill({ contentType: 'text/javascript', body: script })
        return route.fulfill({ contentType: 'text/html', body: HTML })
      })
      page.on('pageerror', (error) => void errors.push(String(error)))
      page.on('console', (message) => {
        if (/^(error|warning)$/.test(message.type())) errors.push(message.text())
      })
      await page.goto(`http://gallery.test/?locale=${locale}`)
      await page.waitForFunction(() => 'show' in window)
      return page
    },
    async show(component, sample, view) {
      const page = await gallery.open(view)
      await showIn(page, component, sample)
      return page
    },
    close: () => browser.close(),
  }
  return gallery
}

/** Shows another component or sample in a page already open. */
export const showIn = (page: Page, component: string, sample: string): Promise<void> =>
  page.evaluate(([name, which]) => window.show(name, which), [component, sample] as const)
