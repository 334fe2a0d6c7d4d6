import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { bundle } from '../support/bundle.ts'

export interface RunningChromium {
  context: BrowserContext
  /** A blank page with the global `shoptrace`. */
  open(): Promise<Page>
  /** Ends every process of the browser at once, as a crash or kill -9 does. */
  kill(): Promise<void>
}

/**
 * A profile that several browsers may use one after the other, and an origin whose pages hold buffer and uploader.
 *
 * The browser is started as a process of our own, so that it can be killed by its id.
 */
export async function bufferInChromium() {
  const profile = await mkdtemp(join(tmpdir(), 'shoptrace-buffer-'))
  const script = await bundle(join(import.meta.dirname, 'bufferInPage.ts'))
  const server = createServer((request, response) => {
    const isScript = request.url === '/shoptrace.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    response.end(isScript ? script : '<!doctype html><title>blank</title><script src="/shoptrace.js"></script>')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const running = new Set<RunningChromium>()

  async function start(): Promise<RunningChromium> {
    const child = spawn(
      findChromium() ?? '',
      [
        '--headless=new',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
      // A process group of its own: its renderers die with it.
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const exited = new Promise<void>((done) => child.once('exit', () => done()))
    const address = await new Promise<string>((found, failed) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        const match = /^DevTools listening on (ws:\S+)/.exec(line)
        if (match?.[1]) found(match[1])
      })
      void exited.then(() => failed(new Error('Chromium ended before it could be driven.')))
    })
    const browser = await chromium.connectOverCDP(address)
    const context = browser.contexts()[0] as BrowserContext
    const one: RunningChromium = {
      context,
      async open() {
        const page = await context.newPage()
        await page.goto(origin)
        return page
      },
      async kill() {
        if (!running.delete(one)) return
        process.kill(-(child.pid as number), 'SIGKILL')
        await exited
        await browser.close().catch(() => {})
      },
    }
    running.add(one)
    return one
  }

  return {
    origin,
    start,
    async close() {
      for (const one of running) await one.kill()
      await new Promise((done) => server.close(done))
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
