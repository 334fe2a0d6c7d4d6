import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { bufferInChromium, type RunningChromium } from '../buffer/bufferInChromium.ts'
import type { shoptrace as Shoptrace } from '../buffer/bufferInPage.ts'

declare const shoptrace: typeof Shoptrace

const absent = findChromium() === null
if (absent) console.warn('SKIPPED: words and deletions in a real browser, because no Chromium was found.')

const PAGES = 120

/** Runs in a page: shops on pages of a usual size, each of which names Anna, and sends half of it. */
async function shop({ name, pages }: { name: string; pages: number }): Promise<void> {
  const { openBuffer, click, draft, page } = shoptrace
  const buffer = await openBuffer({ name })
  for (let n = 0; n < pages; n++) {
    const cards = Array.from(
      { length: 300 },
      (_, i) => `<li name="card_${n}_${i}"><a name="view">Rain jacket ${i}</a> $9.99</li>`,
    )
    const captured = {
      ...page(`p${n}`, `<main name="results">${cards.join('')}<p>For Anna</p></main>`),
      title: `Anna ${n}`,
    }
    const document_id = crypto.randomUUID()
    const place = await buffer.putObservation({ document_id, observation_no: 0, tab_id: 1, captured })
    await buffer.commitPrediction(draft(place, crypto.randomUUID()))
    await buffer.putAction({ tab_id: 1, captured: click(n, { document_id, timestamp: Date.now() }) })
  }
  const limits = { now: Date.now() + 1, hold_ms: 0, max_items: Math.floor(pages * 1.5), max_bytes: 1e9 }
  const batch = await buffer.nextBatch(limits)
  await buffer.acknowledge(batch?.batch_id ?? '', { rejected: [] })
  buffer.close()
}

/** Runs in a page: what is left, and whether it holds together. */
async function look(name: string) {
  const { openBuffer, openDB } = shoptrace
  const database = await openDB(name)
  let named = 0
  const stores: Record<string, number> = {}
  for (const store of database.objectStoreNames) {
    const rows = await database.getAll(store)
    stores[store] = rows.length
    named += rows.filter((row) => /anna/i.test(JSON.stringify(row))).length
  }
  database.close()
  const buffer = await openBuffer({ name })
  const items = (await buffer.items(0, 10_000)).map(({ item }) => item)
  const pages = new Set(items.flatMap(({ kind, item_id }) => (kind === 'observation' ? [item_id] : [])))
  const dangling = items.filter(
    ({ kind, data }) =>
      (kind === 'action' || kind === 'prediction') && data.observation_id !== null && !pages.has(data.observation_id),
  )
  buffer.close()
  return { named, stores, dangling: dangling.length, items: items.length }
}

describe.skipIf(absent)('words and deletions in a real Chromium', { timeout: 180_000 }, () => {
  let place: Awaited<ReturnType<typeof bufferInChromium>>
  let browser: RunningChromium
  beforeAll(async () => {
    place = await bufferInChromium()
    browser = await place.start()
  }, 60_000)
  afterAll(() => place.close())

  test('a rewriting that kill -9 cuts short goes on: no row holds the word, and nothing dangles', async () => {
    const name = 'rewritten'
    await (await browser.open()).evaluate(shop, { name, pages: PAGES })
    const rewriting = (page: Awaited<ReturnType<RunningChromium['open']>>) =>
      page.evaluate(
        async ({ name }) => {
          const buffer = await shoptrace.openBuffer({ name })
          const rewriter = shoptrace.makeRewriter(['Anna'])
          let looked = 0
          const told = {
            ...rewriter,
            mayHold(value: unknown) {
              looked += 1
              if (looked % 40 === 0) void (globalThis as unknown as { looked(n: number): void }).looked(looked)
              return rewriter.mayHold(value)
            },
          }
          const started = performance.now()
          const changed = await buffer.rewrite(told, '1')
          const took = performance.now() - started
          buffer.close()
          return { changed, looked, took }
        },
        { name },
      )
    const first = await browser.open()
    const half = Promise.withResolvers<void>()
    await first.exposeFunction('looked', (n: number) => {
      if (n >= 120) half.resolve()
    })
    rewriting(first).catch(() => {})
    await half.promise
    await browser.kill()
    browser = await place.start()

    const second = await browser.open()
    const cut = await second.evaluate(look, name)
    expect(cut.named).toBeGreaterThan(0)
    expect(cut.named).toBeLessThan(PAGES)
    expect(cut.dangling).toBe(0)

    await second.exposeFunction('looked', () => {})
    const { changed, looked, took } = await rewriting(second)
    console.info(`rewrote ${changed} of ${looked} items in ${Math.round(took)} ms`)
    // Items and documents, but for the items that were done before.
    expect(looked).toBeLessThan(PAGES * 4 - 50)
    const left = await second.evaluate(look, name)
    expect(left).toMatchObject({ named: 0, dangling: 0, items: PAGES * 3 })
    // What was sent is asked for again, in rows of its own; and the collector is to be looked through.
    expect(left.stores.redactions).toBeGreaterThan(1)
  })

  test('deleting all leaves one gap record and bare ids', async () => {
    const name = 'deleted'
    const page = await browser.open()
    await page.evaluate(shop, { name, pages: 5 })
    const deleted = await page.evaluate(async (name) => {
      const buffer = await shoptrace.openBuffer({ name })
      const count = await buffer.deleteAll()
      buffer.close()
      return count
    }, name)
    expect(deleted).toBe(15)
    const left = await page.evaluate(look, name)
    expect(left).toMatchObject({ named: 0, items: 1 })
    expect(left.stores).toMatchObject({ deleted: 10, documents: 0, sessions: 0, batches: 0, redactions: 1, models: 0 })
  })
})
