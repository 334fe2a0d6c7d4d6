import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { study as studySchema } from '../../schemas/index.ts'
import { buildExtension } from '../../src/chromium/buildExtension.ts'
import { callExtension } from '../../src/chromium/callExtension.ts'
import { extensionId } from '../../src/chromium/extensionId.ts'
import { launchChromium } from '../../src/chromium/launchChromium.ts'
import { startCollector } from '../../src/collector/startCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { startXvfb } from '../../src/demo/show/startXvfb.ts'
import type { PanelState } from '../../src/messaging/calls.ts'
import { startLinkSite } from './support/linkSite.ts'
import { freePort, temporary, testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

const has = (command: string): boolean => spawnSync('which', [command]).status === 0
const canRun = process.platform === 'linux' && has('Xvfb') && has('xdotool')
if (!canRun) console.warn('SKIPPED: the permission dialog needs Xvfb and xdotool (npm run setup).')

test.skipIf(!canRun)(
  'joining through the real host-permission dialog: nothing runs before it, recording after it',
  async () => {
    const folder = temporary('dialog')
    const port = await freePort()
    const study = studySchema.parse(
      testStudy([`${site.origin}/*`], { upload: { endpoint: `http://127.0.0.1:${port}`, hold_minutes: 0 } }),
    )
    const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
    const collector = await startCollector({ study, store, port })
    const display = await startXvfb(1280, 900)
    if (!display) throw new Error('Xvfb did not start')
    process.env.DISPLAY = display.name
    const context = await launchChromium({
      profile: join(folder, 'profile'),
      headless: false,
      extension: await buildExtension(),
      viewport: null,
      args: ['--window-size=1280,900', '--window-position=0,0'],
    })
    try {
      const extension = await extensionId(context)
      const steps = async () => (await callExtension<PanelState>(context, extension, 'panel')).steps.length
      const shop = await context.newPage()
      await shop.goto(`${site.origin}/0`)
      await shop.getByRole('link').click()
      await shop.getByRole('heading', { name: 'Page 1' }).waitFor()
      expect(await steps()).toBe(0)

      const page = await context.newPage()
      await page.goto(`chrome-extension://${extension}/join.html?study=${collector.url}/study.json&kind=test`)
      await page.locator('[data-state="ready"]').waitFor()
      for (const box of await page.getByRole('checkbox').all()) await box.check()
      // The dialog is the browser's own and tells nobody when it is there: keys are sent until it has been answered. It
      // ignores keys for half a second after it came up, and after a key that it ignored. Where it took one for a no, the
      // page asks again.
      const agree = page.locator('[data-action="agree"]')
      const joining = page.locator('[data-state="joining"]')
      const joined = page.locator('[data-state="joined"]')
      for (let tries = 0; tries < 40 && !(await joined.isVisible()); tries++) {
        if (!(await joining.isVisible()) && (await agree.isVisible())) await agree.click()
        await joined.waitFor({ timeout: 1000 }).catch(() => {})
        spawnSync('xdotool', ['key', 'Tab'])
        spawnSync('xdotool', ['key', 'Return'])
        await joined.waitFor({ timeout: 1000 }).catch(() => {})
      }
      await joined.waitFor()

      // The tab that was open before joining is recorded too.
      await shop.bringToFront()
      await shop.getByRole('link').click()
      await shop.getByRole('heading', { name: 'Page 2' }).waitFor()
      await shop.getByRole('link').click()
      await shop.getByRole('heading', { name: 'Page 3' }).waitFor()
      await expect.poll(steps).toBe(2)
    } finally {
      await context.close()
      display.stop()
      await collector.close()
      await store.close()
    }
  },
)
