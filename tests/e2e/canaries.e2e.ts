import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Canary } from '../../bench/canaries/canary.ts'
import { findLeaks } from '../../bench/canaries/findLeaks.ts'
import { laterCanaries, typedCanaries } from '../../bench/canaries/liveCanaries.ts'
import { plantAddress, plantLater } from '../../bench/canaries/plantLater.ts'
import { shownCanaries } from '../../bench/canaries/shownCanaries.ts'
import { typeCanaries } from '../../bench/canaries/typeCanaries.ts'
import { type PlantedShops, startPlantedShops } from '../../bench/sites/startPlantedShops.ts'
import { study as studySchema } from '../../schemas/index.ts'
import { buildExtension } from '../../src/chromium/buildExtension.ts'
import { callExtension } from '../../src/chromium/callExtension.ts'
import { extensionId } from '../../src/chromium/extensionId.ts'
import { grantHosts } from '../../src/chromium/grantHosts.ts'
import { joinStudy } from '../../src/chromium/joinStudy.ts'
import { launchChromium } from '../../src/chromium/launchChromium.ts'
import type { Sent } from '../../src/messaging/calls.ts'
import { FAKE_KEY, type FakeAnthropic, startFakeAnthropic } from '../support/fakeAnthropic.ts'
import { fromRecorder } from './support/fromRecorder.ts'
import { readDevice, readProfile } from './support/readDevice.ts'
import { temporary, testStudy } from './support/runPilot.ts'
import { sealModelKey } from './support/sealModelKey.ts'
import { startTappedCollector, type TappedCollector } from './support/startTappedCollector.ts'

const pages = join(import.meta.dirname, '../../../shared/pages')
const saved = existsSync(pages) ? ['ebay-product', 'etsy-product', 'globalindustrial-product'] : []
if (saved.length === 0) console.warn('SKIPPED: ../shared is absent, so no canaries were planted on real pages')

const canaries = [...shownCanaries, ...typedCanaries, ...laterCanaries]
/** What the participant wants removed everywhere, and how a page spells it. */
const OWN_WORD = 'Thistlewick'
const ownWord = { id: 'the participant’s own word', needle: /thistlewick/i } as Canary

let shops: PlantedShops
let collector: TappedCollector
let model: FakeAnthropic
const folder = temporary('canaries')
beforeAll(async () => {
  shops = await startPlantedShops(pages, saved)
  collector = await startTappedCollector(join(folder, 'collector.sqlite'))
  model = await startFakeAnthropic(() => ({
    text: JSON.stringify({
      candidates: [{ type: 'terminate', name: '', text: '', probability: 1 }],
      rationale: 'Done.',
    }),
  }))
})
afterAll(async () => {
  await shops.close()
  await collector.close()
  await model.close()
})

/** Goes through one planted page: looks, lets the page's own scripts do their part, types, clicks. */
async function shopAround(page: Page, url: string): Promise<void> {
  await page.goto(plantAddress(url), { waitUntil: 'domcontentloaded' })
  await page.locator('.cnry').first().waitFor()
  await plantLater(page)
  await typeCanaries(page)
}

/** Which canaries of `list` are in a text, by their ids. */
const leaked = (texts: readonly string[], list: readonly Canary[] = [...canaries, ownWord]): string[] =>
  findLeaks(texts, list).map(({ id }) => id)

test('more than sixty canaries, each looked for in a way that finds it', () => {
  expect(canaries.length).toBeGreaterThanOrEqual(60)
  expect(new Set(canaries.map(({ id }) => id)).size).toBe(canaries.length)
  expect(canaries.filter(({ secret }) => /\d/.test(secret)).length).toBeGreaterThan(25)
  expect(canaries.filter(({ secret }) => !/\d/.test(secret)).length).toBeGreaterThan(40)
  for (const canary of canaries) {
    const spellings = [
      canary.secret,
      canary.secret.toLowerCase().replaceAll(/[ .@-]/g, '_'),
      encodeURIComponent(canary.secret),
    ]
    for (const spelling of spellings) expect(leaked([`x ${spelling} x`], [canary]), spelling).toEqual([canary.id])
  }
})

test('of all that is planted nothing is stored, sent, kept or shown to a model', async () => {
  const { port } = shops
  const origins = [`http://demo.shop.example:${port}`, ...saved.map((name) => `http://${name}.shop.example:${port}`)]
  const study = studySchema.parse(
    testStudy([`http://*.shop.example:${port}/*`], {
      upload: { endpoint: collector.url, hold_minutes: 0 },
      // No page is left out: what is shown is shown to the rules alone.
      excluded_pages: { page_types: [] },
      predictors: ['ranker', 'claude:claude-haiku-5-5'],
    }),
  )
  await collector.use(study)
  const profile = join(folder, 'profile')
  const context: BrowserContext = await launchChromium({
    profile,
    headless: true,
    extension: grantHosts(await buildExtension(), study, join(folder, 'extension')),
    args: ['--host-resolver-rules=MAP *.shop.example 127.0.0.1'],
  })
  const said: string[] = []
  context.on('console', (message) => said.push(message.text()))
  const extension = await extensionId(context)
  await joinStudy(context, extension, `${collector.url}/study.json`, 'test')
  const own = await context.newPage()
  await own.goto(`chrome-extension://${extension}/options.html`)
  await sealModelKey(own, FAKE_KEY, model.url)
  await callExtension(context, extension, 'remove_word', { word: OWN_WORD })

  const page = await context.newPage()
  await page.goto(`${origins[0]}/search?q=tent`)
  const product = await page.locator('.results .card a').first().getAttribute('href')
  const asked = (): number => model.requests.filter(({ path }) => path === '/v1/messages').length
  for (const [index, url] of [`${origins[0]}${product}`, ...origins.slice(1).map((one) => `${one}/item`)].entries()) {
    const before = asked()
    await shopAround(page, url)
    const shown = await page.content()
    // Hard on ourselves only where it is there: all that a server can plant is on the page.
    expect(shownCanaries.filter(({ html }) => !html).length).toBe(0)
    expect(leaked([shown, page.url()], shownCanaries).length, url).toBeGreaterThan(shownCanaries.length - 4)
    await expect
      .poll(asked, { timeout: 60_000, message: `page ${index} was shown to the model` })
      .toBeGreaterThan(before)
  }
  await expect
    .poll(() => callExtension<Sent>(context, extension, 'send_now'), { timeout: 60_000 })
    .toEqual({ waiting: 0, quarantined: 0, problem: null })
  const device = await readDevice(own)
  const within = await fromRecorder(page, extension)
  await context.close()

  // Where a recorder runs, the consent, the token and the words are out of reach, and the key to the model is sealed.
  expect(within.local).toBe('refused')
  expect(within.rest).toContain('claude_key')
  for (const secret of [FAKE_KEY, OWN_WORD, 'shoptrace_seal']) expect(within.rest).not.toContain(secret)
  expect(device.storage).not.toContain(FAKE_KEY)

  const sqlite = globSync(`${join(folder, 'collector.sqlite')}*`).map((file) => readFileSync(file, 'utf8'))
  const places: Record<string, string[]> = {
    IndexedDB: [device.databases],
    'the wire': collector.wire,
    SQLite: sqlite,
    'model requests': model.requests.map((request) => JSON.stringify(request)),
  }
  // The shopping itself is there, so that an empty place cannot pass.
  const kept = /ridge|tent/i
  for (const [place, texts] of Object.entries(places)) {
    expect(texts.join('\n'), place).toMatch(kept)
    expect(texts.join('\n'), place).toContain('[email]')
    expect(leaked(texts), place).toEqual([])
  }
  expect(leaked([device.storage], canaries), 'extension storage').toEqual([])
  expect(leaked(readProfile(profile, extension), canaries), 'files of the profile').toEqual([])
  expect(leaked(said), 'console').toEqual([])
})
