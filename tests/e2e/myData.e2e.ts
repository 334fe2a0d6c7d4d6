import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { study as studySchema } from '../../schemas/index.ts'
import { buildExtension } from '../../src/chromium/buildExtension.ts'
import { callExtension } from '../../src/chromium/callExtension.ts'
import { extensionId } from '../../src/chromium/extensionId.ts'
import { grantHosts } from '../../src/chromium/grantHosts.ts'
import { joinStudy } from '../../src/chromium/joinStudy.ts'
import { launchChromium } from '../../src/chromium/launchChromium.ts'
import { startCollector } from '../../src/collector/startCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import type { Sent } from '../../src/messaging/calls.ts'
import { freePort, temporary, testStudy } from './support/runPilot.ts'

/** What the participant will want gone: a word, with and without an accent, and one step. */
const WORD = /zo[eë]lla/i
const STEP = /secret_shelf|secret shelf/i

const HTML: Record<string, string> = {
  '/': `<title>Shelves</title><main><h1>Shelves</h1>
    <p>A shelf for Zoëlla</p><a href="/plain">Plain shelf</a> <a href="/secret">Secret shelf</a></main>`,
  '/plain': '<title>Plain</title><main><h1>Plain</h1><p>Made by zoella_works</p><a href="/">Back to shelves</a></main>',
  '/secret':
    '<title>Secret shelf</title><main><h1>Secret shelf</h1><p>Nobody knows</p><a href="/">Leave the secret shelf</a></main>',
}

/** A shop, and a proxy before the collector that keeps every byte that goes through it. */
let shop: Server
let studyServer: Server
let proxy: Server
let studyText = ''
let collectorPort = 0
let isUp = true
const wire: Buffer[] = []
const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

let shopOrigin = ''
let endpoint = ''
let studyUrl = ''
beforeAll(async () => {
  shop = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en">${HTML[request.url ?? ''] ?? ''}</html>`)
  })
  studyServer = createServer((_, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.end(studyText)
  })
  proxy = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    wire.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body)
    if (!isUp) return response.destroy()
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
    const answer = await fetch(`http://127.0.0.1:${collectorPort}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
    })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  shopOrigin = await listen(shop)
  studyUrl = `${await listen(studyServer)}/study.json`
  endpoint = await listen(proxy)
})
afterAll(() => {
  for (const server of [shop, studyServer, proxy]) {
    server.close()
    server.closeAllConnections()
  }
})

/** Everything in the extension's databases and storage, as one text. */
async function onDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('shoptrace')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const all: unknown[] = []
    for (const store of open.objectStoreNames) {
      await new Promise<void>((resolve) => {
        const request = open.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => {
          all.push(store, request.result)
          resolve()
        }
      })
    }
    open.close()
    return JSON.stringify(all, (_, value) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value))
  })
}

async function shopAround(page: Page): Promise<void> {
  await page.goto(`${shopOrigin}/`)
  await page.getByRole('link', { name: 'Plain shelf' }).click()
  await page.getByRole('link', { name: 'Back to shelves' }).click()
  await page.getByRole('link', { name: 'Secret shelf' }).click()
  await page.getByRole('link', { name: 'Leave the secret shelf' }).click()
  await page.getByRole('heading', { name: 'Shelves' }).waitFor()
}

test('a step, then a word: gone from IndexedDB, from the wire and from SQLite, across a restart and a collector that was down', async () => {
  const folder = temporary('mydata')
  collectorPort = await freePort()
  const file = testStudy([`${shopOrigin}/*`], { upload: { endpoint, hold_minutes: 0 } })
  studyText = JSON.stringify(file)
  const study = studySchema.parse(file)
  const database = join(folder, 'collector.sqlite')
  const store = await openStore(`sqlite:${database}`)
  const collector = await startCollector({ study, store, port: collectorPort })
  const sqlite = () => ['', '-wal'].map((end) => readFileSync(`${database}${end}`, 'latin1')).join('')
  const built = grantHosts(await buildExtension(), study, join(folder, 'extension'))
  const open = (): Promise<BrowserContext> =>
    launchChromium({ profile: join(folder, 'profile'), headless: true, extension: built })

  let context = await open()
  const extension = await extensionId(context)
  await joinStudy(context, extension, studyUrl, 'test')
  await shopAround(await context.newPage())
  /** Pages still open may add to it: sends until nothing waits. */
  const sendAll = () =>
    expect
      .poll(() => callExtension<Sent>(context, extension, 'send_now'), { timeout: 60_000 })
      .toEqual({ waiting: 0, quarantined: 0, problem: null })
  await sendAll()
  const counted = async () => (await store.counts()).items
  const before = await counted()

  let mine = await context.newPage()
  await mine.goto(`chrome-extension://${extension}/mydata.html`)
  await mine.getByRole('heading', { name: 'My data' }).waitFor()
  for (const [where, text] of [
    ['device', await onDevice(mine)],
    ['SQLite', sqlite()],
    ['wire', wire.join('\n')],
  ]) {
    expect(text, where).toMatch(WORD)
    expect(text, where).toMatch(STEP)
  }

  // Every step is there to be read: newest first, with what was kept of its page.
  const titles = await mine.locator('.my-step-what .action-what').allTextContents()
  expect(
    titles
      .map((title) => title.trim())
      .filter((title) => /^Click/.test(title))
      .slice(0, 4),
  ).toEqual([
    expect.stringMatching(/Leave the secret shelf/),
    expect.stringMatching(/Secret shelf/),
    expect.stringMatching(/Back to shelves/),
    expect.stringMatching(/Plain shelf/),
  ])

  // The step on the secret page goes, and the one that led to it.
  await mine.getByLabel('Search my data').fill('secret')
  await mine.getByRole('button', { name: 'Search', exact: true }).click()
  await mine.getByRole('button', { name: 'Show all' }).waitFor()
  // Where a page still shows the link, its step is found too: they are deleted in turn until nothing is found.
  for (let turn = 0; turn < 10; turn++) {
    await mine.locator('.my-step, [role=status]:has-text("Nothing was found")').first().waitFor()
    const ask = mine.getByRole('button', { name: 'Delete this step' }).first()
    if ((await ask.count()) === 0) break
    const action = (await ask.getAttribute('data-action'))?.replace('ask-', '')
    await ask.click()
    await mine.locator(`[data-action="${action}"]`).click()
    await mine.locator(`[data-action="${action}"]`).waitFor({ state: 'detached' })
  }
  expect(await onDevice(mine)).not.toMatch(STEP)
  await expect.poll(sqlite, { timeout: 30_000 }).not.toMatch(STEP)
  expect(await counted()).toBeLessThan(before)

  // Something is left that holds the word.
  wire.length = 0
  const again = await context.newPage()
  await again.goto(`${shopOrigin}/plain`)
  await again.getByRole('link', { name: 'Back to shelves' }).click()
  await again.getByRole('heading', { name: 'Shelves' }).waitFor()
  await again.close()
  await sendAll()
  expect(sqlite()).toMatch(WORD)

  // The word, while the collector is down; then the browser ends.
  isUp = false
  wire.length = 0
  await mine.reload()
  await mine.getByLabel('Word or phrase').fill('Zoella')
  await mine.getByRole('button', { name: 'Remove “Zoella” from all my data' }).click()
  await mine.getByRole('button', { name: 'Yes, remove it' }).click()
  await mine.getByText(/The word is taken out of \d+ items?/).waitFor({ timeout: 60_000 })
  expect(await onDevice(mine)).not.toMatch(WORD)
  await mine.locator('[data-redactions]').waitFor()
  expect(sqlite()).toMatch(WORD)
  await context.close()

  isUp = true
  context = await open()
  mine = await context.newPage()
  await mine.goto(`chrome-extension://${extension}/mydata.html`)
  await sendAll()
  await mine.getByRole('heading', { name: 'My data' }).waitFor()
  await mine.locator('[data-redactions]').waitFor({ state: 'detached' })
  expect(sqlite()).not.toMatch(WORD)
  expect(sqlite()).toContain('[word]')

  // What is recorded from now on never has it.
  await shopAround(await context.newPage())
  await sendAll()
  expect(await onDevice(mine)).not.toMatch(WORD)
  expect(sqlite()).not.toMatch(WORD)
  expect(wire.join('\n')).not.toMatch(WORD)
  expect(wire.join('\n')).toContain('[word]')

  // The collector's own answer says the same, and is shown.
  await mine.reload()
  await mine.getByRole('button', { name: 'Show what is there' }).click()
  await mine.locator('.collected .my-step').first().waitFor()
  expect(await mine.locator('.collected').textContent()).not.toMatch(WORD)

  // A copy to keep.
  const [download] = await Promise.all([
    mine.waitForEvent('download'),
    mine.getByRole('button', { name: 'Keep a copy' }).click(),
  ])
  const copy = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(copy).toMatchObject({ consent: { study_id: 'e2e' }, set_aside: [] })
  expect(copy.items.length).toBeGreaterThan(10)
  expect(JSON.stringify(copy)).not.toMatch(WORD)

  // All of it.
  await mine.getByRole('button', { name: 'Delete all my data' }).click()
  await mine.getByRole('button', { name: 'Yes, delete it all' }).click()
  await mine.getByText(/^Deleted \d+ items?/).waitFor()
  await sendAll()
  expect((await store.counts()).items).toBe(1)
  expect(sqlite()).not.toMatch(/Plain shelf/)

  await context.close()
  await collector.close()
  await store.close()
})
