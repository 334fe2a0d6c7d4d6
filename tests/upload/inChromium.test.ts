import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { bufferInChromium, type RunningChromium } from '../buffer/bufferInChromium.ts'
import type { shoptrace as Shoptrace } from '../buffer/bufferInPage.ts'
import { startTestCollector, type TestCollector } from './testCollector.ts'

declare const shoptrace: typeof Shoptrace

const absent = findChromium() === null
if (absent) console.warn('SKIPPED: the upload from a real browser, because no Chromium was found.')

/** Runs in a page or a worker: makes `count` clicks, then uploads. */
async function shopAndUpload({ name, endpoint, count }: { name: string; endpoint: string; count: number }) {
  const { openBuffer, createUploader, click, id } = shoptrace
  const buffer = await openBuffer({ name })
  for (let number = 0; number < count; number++) {
    await buffer.putAction({ tab_id: 1, captured: click(number, { timestamp: Date.now() }) })
  }
  const uploader = createUploader({
    buffer,
    endpoint,
    token: 'a-token-of-at-least-thirty-two-characters',
    study: { id: 'shirts', version: 1, upload: { hold_minutes: 0 } },
    participant_id: id(7),
    fetch: globalThis.fetch,
    scrubItem: (item) => item,
  })
  const result = await uploader.uploadNow()
  return { result, counts: await buffer.counts(), problem: (await uploader.state()).problem }
}

describe.skipIf(absent)('the upload from a real Chromium', { timeout: 60_000 }, () => {
  let place: Awaited<ReturnType<typeof bufferInChromium>>
  let browser: RunningChromium
  let collector: TestCollector

  beforeAll(async () => {
    place = await bufferInChromium()
    browser = await place.start()
    collector = await startTestCollector()
  }, 60_000)
  afterAll(async () => {
    await collector.close()
    await place.close()
  })
  beforeEach(() => {
    collector.items.clear()
    collector.seen.length = 0
  })

  const inWorker = (page: Page, name: string) =>
    page.evaluate(
      async ({ code, origin, args }) => {
        const source = `importScripts('${origin}/shoptrace.js'); (${code})(${JSON.stringify(args)}).then(postMessage)`
        const worker = new Worker(URL.createObjectURL(new Blob([source])))
        return new Promise<Awaited<ReturnType<typeof shopAndUpload>>>((resolve, reject) => {
          worker.onmessage = (event) => resolve(event.data)
          worker.onerror = (event) => reject(new Error(event.message))
        })
      },
      { code: String(shopAndUpload), origin: place.origin, args: { name, endpoint: collector.endpoint, count: 0 } },
    )

  test('with its own fetch, gzip and locks; two contexts at once send each item once', async () => {
    const page = await browser.open()
    const args = { name: 'one', endpoint: collector.endpoint, count: 30 }
    const first = await page.evaluate(shopAndUpload, args)
    expect(first).toMatchObject({ result: { sent: 30, acknowledged: 30, next_at: null }, problem: null })

    const other = await browser.open()
    await page.evaluate(
      async ({ name }) => {
        const buffer = await shoptrace.openBuffer({ name })
        for (let number = 100; number < 120; number++) {
          await buffer.putAction({ tab_id: 1, captured: shoptrace.click(number, { timestamp: Date.now() }) })
        }
      },
      { name: 'one' },
    )
    collector.seen.length = 0
    const both = await Promise.all([inWorker(page, 'one'), other.evaluate(shopAndUpload, { ...args, count: 0 })])
    expect(both.reduce((sum, one) => sum + one.result.sent, 0)).toBe(20)
    expect(collector.seen).toHaveLength(1)
    expect(collector.items.size).toBe(50)
    expect(both[0]?.counts).toMatchObject({ pending: 0, acknowledged: 50 })
  })

  test('a browser killed while the collector takes its time sends the same bytes after the restart', async () => {
    const page = await browser.open()
    const arrived = Promise.withResolvers<void>()
    collector.next(() => {
      arrived.resolve()
      return 'hang'
    })
    const args = { name: 'two', endpoint: collector.endpoint, count: 10 }
    page.evaluate(shopAndUpload, args).catch(() => {})
    await arrived.promise
    await browser.kill()
    browser = await place.start()

    const reborn = await browser.open()
    const { result, counts } = await reborn.evaluate(shopAndUpload, { ...args, count: 0 })
    expect(result).toMatchObject({ sent: 10, acknowledged: 10 })
    expect(counts).toMatchObject({ pending: 0, acknowledged: 10 })
    expect(collector.seen).toHaveLength(2)
    expect(new Set(collector.seen.map((one) => one.body_sha256)).size).toBe(1)
    expect(collector.items.size).toBe(10)
  })
})
