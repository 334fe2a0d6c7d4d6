import { type BrowserContext, chromium } from 'playwright-core'
import { findChromium } from './findChromium.ts'

export interface LaunchOptions {
  /** Profile folder; kept between runs when the caller keeps it. */
  profile: string
  headless: boolean
  /** Folder of the unpacked extension. */
  extension?: string
  /** Port for other drivers (Chrome DevTools Protocol), on 127.0.0.1. */
  cdpPort?: number
  viewport?: { width: number; height: number } | null
  args?: string[]
}

/** Starts a Chromium that makes no background connections. Throws, saying what to do, where there is none. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error('No Chromium found. Run "npm run setup", or set SHOPTRACE_CHROMIUM to the path of one.')
  }
  const { extension, cdpPort } = options
  return chromium.launchPersistentContext(options.profile, {
    executablePath,
    headless: false,
    // A command that must flush before it ends handles its own signals; Chromium ends with the pipe.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      ...(options.headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      ...(cdpPort === undefined ? [] : [`--remote-debugging-port=${cdpPort}`]),
      ...(options.args ?? []),
    ],
  })
}
