import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { type CapturedAction, capturedAction } from '../../schemas/index.ts'
import { bundle } from '../support/bundle.ts'

export type Engine = 'chromium' | 'firefox'

/** A page under the recorder, and the hands on it. */
export interface Hands {
  page: Page
  browser: Browser
  /** Address of the row's pages on another port, which is another origin. */
  elsewhere: string
  engine: Engine
  press(key: Parameters<Page['keyboard']['press']>[0], times?: number): Promise<void>
  type(selector: string, text: string): Promise<void>
  drag(from: string, to: string): Promise<void>
  wheel(deltaY: number): Promise<void>
  /** Waits until the page says so. */
  until(condition: string): Promise<void>
  /** Waits until an action was recorded that holds this text. */
  recorded(text: string): Promise<void>
}

export interface Scene {
  html: string
  /** What the other addresses under the row show, by path; `html` where not listed. */
  pages?: Record<string, string>
  record?: Record<string, boolean>
  /** True where the page itself must bring the recorder, and ends the row: a driver cannot follow into a page rendered ahead. */
  inline?: boolean
  act(hands: Hands): Promise<unknown>
}

export interface Recorded {
  actions: CapturedAction[]
  skipped: string[]
}

/** One real browser with the recorder in every page, and a server on 127.0.0.1 for the pages. */
export interface RecordingBrowser {
  play(scene: Scene): Promise<Recorded>
  close(): Promise<void>
}

const END = '<button id="end" data-name="end" style="position:fixed;right:0;bottom:0;z-index:9">end</button>'

function serve(scenes: Scene[], source: string): Promise<Server> {
  const server = createServer((request, response) => {
    const [, row, path = ''] = (request.url ?? '').split(/[/?]/)
    const scene = scenes[Number(row)]
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const html = scene ? (scene.pages?.[path] ?? scene.html) + END : ''
    const recorder = scene?.inline ? `<script>${source}</script>` : ''
    response.end(`<!doctype html><link rel="icon" href="data:,">${recorder}${html}`)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** The recorder runs in a world of its own in Chromium, as in the extension; WebDriver BiDi cannot do that in Firefox here. */
async function install(page: Page, engine: Engine, source: string): Promise<void> {
  if (engine === 'firefox') {
    await page.evaluateOnNewDocument(source)
    return
  }
  const session = await page.createCDPSession()
  await session.send('Page.enable')
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: 'recorder' })
}

export async function openRecordingBrowser(engine: Engine, executablePath: string): Promise<RecordingBrowser> {
  const source = await bundle(join(import.meta.dirname, 'recorderInPage.ts'))
  const scenes: Scene[] = []
  const servers = [await serve(scenes, source), await serve(scenes, source)]
  const [here, there] = servers.map(addressOf) as [string, string]
  const browser = await puppeteer.launch({
    browser: engine === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1000, height: 700 },
    // Scroll bars are there for a participant.
    ignoreDefaultArgs: engine === 'chromium' ? ['--hide-scrollbars'] : false,
    args: engine === 'chromium' ? ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] : [],
  })
  // A tab behind, without the recorder, that sees the same storage.
  const [aside] = (await browser.pages()) as [Page]
  await aside.goto(`${here}/none/`)

  function handsOn(page: Page, row: number): Hands {
    return {
      page,
      browser,
      engine,
      elsewhere: `${there}/${row}/`,
      async press(key, times = 1) {
        for (let count = 0; count < times; count++) await page.keyboard.press(key)
      },
      async type(selector, text) {
        await page.focus(selector)
        await page.keyboard.type(text)
      },
      async drag(from, to) {
        await page.hover(from)
        await page.mouse.down()
        await page.hover(to)
        await page.mouse.up()
      },
      async wheel(deltaY) {
        await page.mouse.move(300, 300)
        await page.mouse.wheel({ deltaY })
      },
      async until(condition) {
        await page.waitForFunction(condition, { polling: 20, timeout: 10_000 })
      },
      async recorded(text) {
        const condition = `Object.values({ ...localStorage }).join().includes(${JSON.stringify(text)})`
        await aside.waitForFunction(condition, { polling: 20, timeout: 10_000 })
      },
    }
  }

  return {
    async play(scene) {
      const row = scenes.push(scene) - 1
      const page = await browser.newPage()
      await page.goto(`${here}/none/`)
      await page.evaluate(
        (record) => {
          localStorage.clear()
          if (record) localStorage.setItem('record', record)
        },
        scene.record && JSON.stringify({ input: true, scroll: true, navigation: true, tabs: true, ...scene.record }),
      )
      if (!scene.inline) await install(page, engine, source)
      await page.goto(`${here}/${row}/`)
      await scene.act(handsOn(page, row))
      if (!scene.inline) {
        await page.bringToFront()
        await page.click('#end')
      }
      const kept = await (scene.inline ? aside : page).evaluate(() => Object.entries({ ...localStorage }))
      for (const used of await browser.pages()) if (used !== aside) await used.close()
      const under = (key: string) => kept.flatMap(([name, list]) => (name.startsWith(key) ? JSON.parse(list) : []))
      const actions = under('actions').map((action: unknown) => capturedAction.parse(action))
      return { actions: actions.toSorted((one, other) => one.timestamp - other.timestamp), skipped: under('skipped') }
    },
    async close() {
      await browser.close()
      for (const server of servers) server.close()
    },
  }
}
