import { join } from 'node:path'
import { launch } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { study as studySchema } from '../../schemas/index.ts'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { buildExtension } from '../../src/chromium/buildExtension.ts'
import { grantHosts } from '../../src/chromium/grantHosts.ts'
import { startCollector } from '../../src/collector/startCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { exportDataset } from '../../src/dataset/exportDataset.ts'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { freePort, loadDataset, temporary, testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

const firefox = findFirefox()
if (!firefox) console.warn('SKIPPED: no Firefox here (npm run setup).')
const UUID = '0c0ffee0-1111-4222-8333-444455556666'
const CLICKS = 20

test.skipIf(!firefox)('Firefox: join, record, upload; every click once, in order, named', async () => {
  const folder = temporary('firefox')
  const port = await freePort()
  const study = studySchema.parse(
    testStudy([`${site.origin}/*`], { upload: { endpoint: `http://127.0.0.1:${port}`, hold_minutes: 0 } }),
  )
  const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
  const collector = await startCollector({ study, store, port })
  const granted = grantHosts(await buildExtension('firefox'), study, join(folder, 'extension'), true)
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefox ?? '',
    headless: true,
    enableExtensions: true,
    // Lets the driver open the extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ 'shoptrace@shoptrace.example': UUID }) },
  })
  try {
    await browser.installExtension(granted)
    const join_page = await browser.newPage()
    // The driver never hears that an extension's page has loaded; the selector does.
    const loaded = join_page.goto(`moz-extension://${UUID}/join.html?study=${collector.url}/study.json&kind=test`)
    loaded.catch(() => {})
    await join_page.waitForSelector('[data-state="ready"]')
    for (const box of await join_page.$$('input[type="checkbox"]')) await box.click()
    await join_page.click('[data-action="agree"]')
    await join_page.waitForSelector('[data-state="joined"]')

    const page = await browser.newPage()
    await page.goto(`${site.origin}/0`)
    for (let n = 1; n <= CLICKS; n++) {
      await Promise.all([page.waitForNavigation(), page.click('a')])
    }
    const sent = await join_page.evaluate(async () => {
      type Call = { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: unknown }> } }
      const api = (globalThis as unknown as { browser: Call }).browser
      return (await api.runtime.sendMessage({ channel: 'page', call: 'finish', data: null })).value
    })
    expect(sent).toEqual({ waiting: 0, quarantined: 0, problem: null })
  } finally {
    await browser.close()
    await collector.close()
  }
  await exportDataset({ store, out: join(folder, 'dataset') })
  await store.close()
  const { steps, sessions, predictions } = await loadDataset(join(folder, 'dataset'))
  expect(steps.map(({ action }) => (action.type === 'click' ? action.name.split('.').at(-1) : action.type))).toEqual([
    ...Array.from({ length: CLICKS }, (_, n) => linkTo(n + 1)),
    'terminate',
  ])
  expect(sessions[0]?.missing).toBe(0)
  for (const row of predictions) if (row.action_seq !== null) expect(row.seq).toBeLessThan(row.action_seq)
})
