import { join } from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { type StudyFile, study as studySchema } from '../../../schemas/index.ts'
import { buildExtension } from '../../../src/chromium/buildExtension.ts'
import { grantHosts } from '../../../src/chromium/grantHosts.ts'
import { startCollector } from '../../../src/collector/startCollector.ts'
import { openStore } from '../../../src/collector/store/openStore.ts'
import { exportDataset } from '../../../src/dataset/exportDataset.ts'
import type { Sent } from '../../../src/messaging/calls.ts'
import { type Dataset, freePort, loadDataset, temporary } from './runPilot.ts'
import { toolbarIcon } from './toolbarIcon.ts'

const UUID = '0c0ffee0-1111-4222-8333-444455556666'

export interface FirefoxRun {
  browser: Browser
  page: Page
  /** One of the extension's own pages. */
  own: Page
  /** Where `collector.sqlite` lies. */
  folder: string
  /** Another of the extension's own pages, by its file's name. */
  openOwn(file: string): Promise<Page>
  /** One of the privileged calls. */
  call<T>(name: string, data?: unknown): Promise<T>
  /** What the toolbar button says in the tab of the page in front, and the picture on it. */
  button(): Promise<{ title: string; badge: string; icon: string }>
  /** Ends the session, sends all; what the collector then exports. */
  dataset(): Promise<Dataset>
  /** The same, and closes everything. */
  end(): Promise<Dataset>
  close(): Promise<void>
}

/** A collector and a Firefox with the extension joined to the study, as a pilot is in Chromium. */
export async function runFirefox(executablePath: string, file: StudyFile): Promise<FirefoxRun> {
  const folder = temporary('firefox')
  const port = await freePort()
  const study = studySchema.parse({ ...file, upload: { endpoint: `http://127.0.0.1:${port}`, hold_minutes: 0 } })
  const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
  const collector = await startCollector({ study, store, port })
  const granted = grantHosts(await buildExtension('firefox'), study, join(folder, 'extension'), true)
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    enableExtensions: true,
    // Lets the driver open the extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'shoptrace@shoptrace.example': UUID }),
      // What an extension asks for is granted without the dialog, which a headless browser cannot answer.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  })
  let open = true
  async function close(): Promise<void> {
    if (!open) return
    open = false
    await browser.close()
    await collector.close()
    await store.close()
  }

  await browser.installExtension(granted)
  async function openOwn(file: string): Promise<Page> {
    const page = await browser.newPage()
    // The driver never hears that an extension's page has loaded; a selector does.
    page.goto(`moz-extension://${UUID}/${file}`).catch(() => {})
    return page
  }
  const own = await openOwn(`join.html?study=${collector.url}/study.json&kind=test`)
  await own.waitForSelector('[data-state="ready"]')
  for (const box of await own.$$('input[type="checkbox"]')) await box.click()
  await own.click('[data-action="agree"]')
  await own.waitForSelector('[data-state="joined"]')

  const call = <T>(name: string, data: unknown = null): Promise<T> =>
    own.evaluate(
      async (message) => {
        type Reply = { ok: true; value: unknown } | { ok: false; message: string }
        const { browser: api } = globalThis as unknown as {
          browser: { runtime: { sendMessage(message: unknown): Promise<Reply> } }
        }
        const reply = await api.runtime.sendMessage(message)
        if (!reply.ok) throw new Error(reply.message)
        return reply.value
      },
      { channel: 'page', call: name, data },
    ) as Promise<T>
  async function dataset(): Promise<Dataset> {
    const sent = await call<Sent>('finish')
    if (sent.waiting || sent.quarantined || sent.problem) throw new Error(`Not all was sent: ${JSON.stringify(sent)}`)
    const out = join(folder, 'dataset')
    await exportDataset({ store, out, force: true })
    return loadDataset(out)
  }

  return {
    browser,
    own,
    folder,
    page: await browser.newPage(),
    close,
    openOwn,
    call,
    async button() {
      const said = await own.evaluate(async () => {
        type Read = (about: { tabId: number }) => Promise<string>
        const { browser: api } = globalThis as unknown as {
          browser: {
            tabs: { query(about: object): Promise<{ id: number }[]> }
            action: { getTitle: Read; getBadgeText: Read }
          }
        }
        const [tab] = await api.tabs.query({ active: true, currentWindow: true })
        const about = { tabId: tab?.id ?? -1 }
        return { title: await api.action.getTitle(about), badge: await api.action.getBadgeText(about) }
      })
      return { ...said, icon: await toolbarIcon(browser) }
    },
    dataset,
    async end() {
      const exported = await dataset()
      await close()
      return exported
    },
  }
}
