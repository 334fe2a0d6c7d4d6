import { join } from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { type StudyFile, study as studySchema } from '../../../schemas/index.ts'
import { buildExtension } from '../../../src/chromium/buildExtension.ts'
import { grantHosts } from '../../../src/chromium/grantHosts.ts'
import { startCollector } from '../../../src/collector/startCollector.ts'
import { openStore } from '../../../src/collector/store/openStore.ts'
import { exportDataset } from '../../../src/dataset/exportDataset.ts'
import { type Dataset, freePort, loadDataset, temporary } from './runPilot.ts'

const UUID = '0c0ffee0-1111-4222-8333-444455556666'

export interface FirefoxRun {
  browser: Browser
  page: Page
  /** One of the extension's own pages. */
  own: Page
  /** Where `collector.sqlite` lies. */
  folder: string
  /** Ends the session, sends all, closes everything; what the collector then exports. */
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
  }

  await browser.installExtension(granted)
  const own = await browser.newPage()
  // The driver never hears that an extension's page has loaded; the selector does.
  const loaded = own.goto(`moz-extension://${UUID}/join.html?study=${collector.url}/study.json&kind=test`)
  loaded.catch(() => {})
  await own.waitForSelector('[data-state="ready"]')
  for (const box of await own.$$('input[type="checkbox"]')) await box.click()
  await own.click('[data-action="agree"]')
  await own.waitForSelector('[data-state="joined"]')

  return {
    browser,
    own,
    folder,
    page: await browser.newPage(),
    close,
    async end() {
      const sent = await own.evaluate(async () => {
        type Call = { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: unknown }> } }
        const api = (globalThis as unknown as { browser: Call }).browser
        return (await api.runtime.sendMessage({ channel: 'page', call: 'finish', data: null })).value
      })
      const { waiting, quarantined, problem } = sent as { waiting: number; quarantined: number; problem: unknown }
      await close()
      if (waiting || quarantined || problem) throw new Error(`Not all was sent: ${JSON.stringify(sent)}`)
      await exportDataset({ store, out: join(folder, 'dataset') })
      await store.close()
      return loadDataset(join(folder, 'dataset'))
    },
  }
}
