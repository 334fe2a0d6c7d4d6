import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { type Item, type StudyFile, study as studySchema } from '../../../schemas/index.ts'
import { buildExtension } from '../../../src/chromium/buildExtension.ts'
import { extensionId } from '../../../src/chromium/extensionId.ts'
import { grantHosts } from '../../../src/chromium/grantHosts.ts'
import { joinStudy } from '../../../src/chromium/joinStudy.ts'
import { launchChromium } from '../../../src/chromium/launchChromium.ts'
import { startCollector } from '../../../src/collector/startCollector.ts'
import { openStore } from '../../../src/collector/store/openStore.ts'
import { freePort, temporary, testStudy } from './runPilot.ts'

/** A shop of fixed pages, by path. */
export async function startPages(pages: Record<string, string>): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en">${pages[path] ?? '<title>Nothing here</title>'}</html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A study with its collector, and a Chromium whose participant joined it with every choice. */
export async function startStudy(name: string, matches: string[], more: Partial<StudyFile>) {
  const folder = temporary(name)
  const port = await freePort()
  const upload = { endpoint: `http://127.0.0.1:${port}`, hold_minutes: 0 }
  const study = studySchema.parse(testStudy(matches, { upload, ...more }))
  const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
  let collector = await startCollector({ study, store, port })
  const built = grantHosts(await buildExtension(), study, join(folder, 'extension'))
  const open = (): Promise<BrowserContext> =>
    launchChromium({ profile: join(folder, 'profile'), headless: true, extension: built })
  let context = await open()
  const extension = await extensionId(context)
  await joinStudy(context, extension, `${collector.url}/study.json`, 'test')
  let desk: Page | null = null
  /** One of the privileged calls, from a page that stays open for them. */
  async function call<T>(what: string, data: unknown = null): Promise<T> {
    if (!desk) {
      desk = await context.newPage()
      await desk.goto(`chrome-extension://${extension}/options.html`)
    }
    return desk.evaluate(
      async (message) => {
        type Reply = { ok: true; value: unknown } | { ok: false; message: string }
        const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<Reply> } } }
        const reply = await chrome.runtime.sendMessage(message)
        if (!reply.ok) throw new Error(reply.message)
        return reply.value
      },
      { channel: 'page', call: what, data },
    ) as Promise<T>
  }
  /** Runs in an extension's page. */
  async function inDesk<T, D>(work: (data: D) => Promise<T>, data: D): Promise<T> {
    await call('panel')
    return (desk as Page).evaluate(work as never, data as never) as Promise<T>
  }
  const tabId = (url: string): Promise<number> =>
    inDesk(async (wanted) => {
      const [tab] = (await api().tabs.query({})).filter((one) => one.url === wanted)
      return tab?.id ?? -1
      function api() {
        return (
          globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } } }
        ).chrome
      }
    }, url)
  return {
    tabId,
    /** What the toolbar button says in the tab at this address. */
    button: async (url: string): Promise<{ title: string; badge: string }> =>
      inDesk(
        async (id) => {
          type Read = (about: { tabId: number }) => Promise<string>
          const { action } = (globalThis as unknown as { chrome: { action: { getTitle: Read; getBadgeText: Read } } })
            .chrome
          return { title: await action.getTitle({ tabId: id }), badge: await action.getBadgeText({ tabId: id }) }
        },
        await tabId(url),
      ),
    /** Writes nonsense over something that is kept. */
    damage: (key: string): Promise<void> =>
      inDesk(async (name) => {
        const { storage } = (
          globalThis as unknown as { chrome: { storage: { local: { set(v: object): Promise<void> } } } }
        ).chrome
        await storage.local.set({ [name]: { damaged: true } })
      }, key),
    folder,
    study,
    store,
    /** Nobody answers at the collector's address until `collectorUp`. */
    collectorDown: () => collector.close(),
    async collectorUp() {
      collector = await startCollector({ study, store, port })
    },
    inDesk,
    extension,
    context: () => context,
    call,
    async restart() {
      await context.close()
      desk = null
      context = await open()
    },
    /** Everything on the device, in order. */
    async items(): Promise<Item[]> {
      const all: Item[] = []
      for (;;) {
        const some = await call<Item[]>('copy_items', { after: all.at(-1)?.seq ?? 0 })
        if (some.length === 0) return all
        all.push(...some)
      }
    },
    /** Ends the background as the browser does, at any moment; the next event wakes it. */
    async killWorker() {
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('ServiceWorker.enable')
      await session.send('ServiceWorker.stopAllWorkers')
      await page.close()
    },
    async close() {
      await context.close()
      await collector.close()
      await store.close()
    },
  }
}
