import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receipt } from '../../schemas/index.ts'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { sha256Of } from '../../src/collector/bearerToken.ts'
import { leaveTexts, pickLeaveLanguage } from '../../src/collector/leave/leaveTexts.ts'
import { isSignedReceipt } from '../../src/collector/receipts/isSignedReceipt.ts'
import { startCollector } from '../../src/collector/startCollector.ts'
import { gradeLevel, sentencesOf } from '../ui/support/gradeLevel.ts'
import { expectRefusal, startedApp } from './startedApp.ts'
import { batchOf, clickItem, consentOf, testStudy, tokenOf, uuidOf } from './support.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const secretOf = (n: number) => tokenOf(1000 + n)
const enrolmentOf = (n: number) => ({ consent: consentOf(n), leave_secret_sha256: sha256Of(secretOf(n)) })

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox', '--disable-gpu'] })
})
afterAll(() => browser?.close())

test('the secret deletes and does nothing else; the token stays what it was', async () => {
  const { enrol, send, call, store } = await startedApp()
  const leave = (secret: unknown) => call('POST', '/v1/leave', null, JSON.stringify({ secret }))
  await enrol(1, enrolmentOf(1))
  await enrol(2, enrolmentOf(2))
  await send(1, batchOf(1, 1, [clickItem(1), clickItem(2)]))
  await send(2, batchOf(2, 1, [clickItem(1)]))
  const asToken = { authorization: `Bearer ${secretOf(1)}` }
  await expectRefusal(await call('GET', '/v1/my-data', null, undefined, asToken), 401, 'unknown_token')
  await expectRefusal(await call('POST', '/v1/withdraw', null, undefined, asToken), 401, 'unknown_token')
  await expectRefusal(await leave(tokenOf(1)), 404, 'unknown_secret')
  await expectRefusal(await leave('short'), 422, 'bad_secret')
  expect(await store.counts()).toMatchObject({ participants: 2, items: 3 })

  const given = receipt.parse(await (await leave(secretOf(1))).json())
  expect(given).toMatchObject({ participant_id: uuidOf(1), deleted_items: 2 })
  expect(isSignedReceipt(given)).toBe(true)
  expect(await (await leave(secretOf(1))).json()).toEqual(given)
  expect(await (await call('POST', '/v1/withdraw', 1)).json()).toEqual(given)
  expect(await store.counts()).toEqual({ participants: 1, withdrawn: 1, items: 1 })
})

test('who leaves from within can come to the page later, and reads the same receipt', async () => {
  const { enrol, call } = await startedApp()
  await enrol(1)
  // A device of an older version tells its secret with the next consent.
  await enrol(1, enrolmentOf(1))
  const given = await (await call('POST', '/v1/withdraw', 1)).json()
  const again = await call('POST', '/v1/leave', null, JSON.stringify({ secret: secretOf(1) }))
  expect(await again.json()).toEqual(given)
})

async function audit(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), ...(wide ? ['wider than the window'] : [])]
}

test('one click on the page has everything deleted; the secret is in no address', async () => {
  const { store, enrol, send } = await startedApp()
  await enrol(1, enrolmentOf(1))
  await send(1, batchOf(1, 1, [clickItem(1)]))
  const collector = await startCollector({ study: testStudy, store, port: 0 })
  for (const scheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width: 320, height: 800 },
      colorScheme: scheme,
      locale: 'de-DE',
      bypassCSP: true,
    })
    const page = await context.newPage()
    const asked: string[] = []
    const errors: string[] = []
    page.on('request', (request) =>
      asked.push(`${request.method()} ${request.url()} ${request.headers().referer ?? ''}`),
    )
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(`${collector.url}/v1/leave#${secretOf(1)}`)
    await page.locator('#ask').waitFor()
    expect(await audit(page)).toEqual([])
    expect(page.url()).toBe(`${collector.url}/v1/leave`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('#done').waitFor()
    expect(await page.locator('#done').textContent()).toContain('Ihre Daten sind gelöscht (1 Einträge)')
    expect(receipt.parse(JSON.parse((await page.locator('#receipt').textContent()) ?? '')).deleted_items).toBe(1)
    expect(await audit(page)).toEqual([])
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()])
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).deleted_items).toBe(1)
    expect(asked.filter((line) => line.startsWith('POST'))).toHaveLength(1)
    expect(asked.join('\n')).not.toContain(secretOf(1))
    expect(errors).toEqual([])
    await context.close()
  }
  expect(await store.counts()).toEqual({ participants: 0, withdrawn: 1, items: 0 })

  // Under its own policy: the script runs, and what the page says of an incomplete address and of an unknown secret.
  const page = await browser.newPage()
  await page.goto(`${collector.url}/v1/leave`)
  await page.locator('#incomplete').waitFor()
  await page.goto('about:blank')
  await page.goto(`${collector.url}/v1/leave#${secretOf(7)}`)
  await page.locator('#leave').click()
  await page.locator('#nothing').waitFor()
  await page.goto('about:blank')
  await page.goto(`${collector.url}/v1/leave#${secretOf(1)}`)
  await collector.close()
  await page.locator('#leave').click()
  await page.locator('#failed').waitFor()
  expect(await page.locator('#leave').isVisible()).toBe(true)
  await page.close()
})

test('the page speaks the four languages, each with every text, and in plain English', () => {
  const filled = (texts: object) => Object.entries(texts).map(([key, text]) => [key, (text.match(/\$1/g) ?? []).length])
  for (const texts of Object.values(leaveTexts)) expect(filled(texts)).toEqual(filled(leaveTexts.en ?? {}))
  expect(gradeLevel(Object.values(leaveTexts.en ?? {}).flatMap(sentencesOf))).toBeLessThan(7)
  expect(
    ['', 'fr, zh-TW;q=0.5', 'en;q=0.3,es-MX;q=0.9', 'de-AT', 'fr', 'es;q=0, de;q=x, en;q=0.1', '*'].map(
      pickLeaveLanguage,
    ),
  ).toEqual(['en', 'zh-CN', 'es', 'de', 'en', 'en', 'en'])
})
