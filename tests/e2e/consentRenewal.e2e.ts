import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StudyFile, study as studySchema } from '../../schemas/index.ts'
import { buildExtension } from '../../src/chromium/buildExtension.ts'
import { callExtension } from '../../src/chromium/callExtension.ts'
import { extensionId } from '../../src/chromium/extensionId.ts'
import { grantHosts } from '../../src/chromium/grantHosts.ts'
import { joinStudy } from '../../src/chromium/joinStudy.ts'
import { launchChromium } from '../../src/chromium/launchChromium.ts'
import { startCollector } from '../../src/collector/startCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import type { Enrolment } from '../../src/consent/enrolment.ts'
import type { PanelState, Sent } from '../../src/messaging/calls.ts'
import { sha256 } from '../../src/platform/sha256.ts'
import { startLinkSite } from './support/linkSite.ts'
import { freePort, temporary, testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
let studyServer: Server
let file: StudyFile
beforeAll(async () => {
  site = await startLinkSite()
  studyServer = createServer((_, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.end(JSON.stringify(file))
  })
  await new Promise<void>((resolve) => studyServer.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  site.close()
  studyServer.close()
})

async function keepCopy(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="keep-copy"]').click(),
  ])
  expect(download.suggestedFilename()).toBe('e2e-consent-2.html')
  return readFileSync(await download.path(), 'utf8')
}

test('a changed text stops the recording until it is agreed to; the participant stays the same', async () => {
  const folder = temporary('renewal')
  const port = await freePort()
  file = testStudy([`${site.origin}/*`], { upload: { endpoint: `http://127.0.0.1:${port}`, hold_minutes: 0 } })
  const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
  const before = await startCollector({ study: studySchema.parse(file), store, port })
  const built = grantHosts(await buildExtension(), studySchema.parse(file), join(folder, 'extension'))
  const context = await launchChromium({ profile: join(folder, 'profile'), headless: true, extension: built })
  const extension = await extensionId(context)
  const link = `http://127.0.0.1:${(studyServer.address() as AddressInfo).port}/study.json`
  await joinStudy(context, extension, link, 'test')
  const call = <T>(name: string) => callExtension<T>(context, extension, name)
  const panel = () => call<PanelState>('panel')
  const kept = async () => {
    const { waiting, acknowledged } = (await panel()).upload
    return waiting + acknowledged
  }
  const shop = await context.newPage()
  await shop.goto(`${site.origin}/0`)
  const click = async (to: number) => {
    await shop.getByRole('link').click()
    await shop.getByRole('heading', { name: `Page ${to}`, exact: true }).waitFor()
  }
  await click(1)
  await expect.poll(async () => (await panel()).steps.length).toBeGreaterThanOrEqual(1)
  expect(await call<Sent>('send_now')).toEqual({ waiting: 0, quarantined: 0, problem: null })
  await before.close()

  const german = 'Sie nehmen an einem geänderten Test teil.'
  file = {
    ...file,
    version: 2,
    consent: { version: '2', text: { en: 'You take part in a changed test.', de: german } },
  }
  const after = await startCollector({ study: studySchema.parse(file), store, port })
  const page = await context.newPage()
  const stored = () =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<{ enrolment: unknown }> } } }
      }
      return (await chrome.storage.local.get('enrolment')).enrolment
    }) as Promise<Enrolment>
  await page.goto(`chrome-extension://${extension}/join.html`)
  await page.locator('[data-state="ready"]').waitFor()
  expect(await page.getByRole('status').textContent()).toContain('You agreed to version 1')
  const first = await stored()
  expect((await panel()).recording).toEqual({ kind: 'off', reason: 'consent_outdated' })
  const count = await kept()
  await click(2)
  await click(3)
  await page.locator('[data-action="decline"]').click()
  await page.locator('[data-state="declined"]').waitFor()
  await click(4)
  expect((await panel()).recording).toEqual({ kind: 'off', reason: 'consent_outdated' })
  expect(await kept()).toBe(count)

  await page.goto(`chrome-extension://${extension}/join.html?study=${link}`)
  await page.locator('[data-state="ready"]').waitFor()
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.locator('#choice-recording').check()
  const draft = await keepCopy(page)
  expect(draft).toContain(german)
  expect(draft).toContain('You had not agreed')
  await page.locator('[data-action="agree"]').click()
  await page.locator('[data-state="joined"]').waitFor()
  const second = await stored()
  expect(second.token).toBe(first.token)
  expect(second.consent).toMatchObject({
    participant_id: first.consent.participant_id,
    consent_version: '2',
    language: 'de',
    consent_sha256: await sha256(german),
    choices: { recording: true, page_content: false, live_prediction: false, outside_model: false },
  })
  const copy = await keepCopy(page)
  expect(copy).toContain(first.consent.participant_id)
  expect(copy).toContain(second.consent.consent_sha256)

  await shop.goto(`${site.origin}/5`)
  await click(6)
  await expect.poll(kept).toBeGreaterThan(count)
  expect(await call<Sent>('finish')).toEqual({ waiting: 0, quarantined: 0, problem: null })
  const { participant_id } = first.consent
  expect((await store.consents(participant_id)).map(({ consent_version }) => consent_version)).toEqual(['1', '2'])
  expect((await store.counts()).participants).toBe(1)
  await context.close()
  await after.close()
  await store.close()
})
