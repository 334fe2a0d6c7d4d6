import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { type RunningShop, startShop } from '../../src/demo/shop/startShop.ts'
import type { MySteps } from '../../src/messaging/myDataCalls.ts'
import { compareDeeds, toldBy } from './support/compareDeeds.ts'
import { firefoxCornerHands } from './support/firefoxCornerHands.ts'
import { firefoxHands } from './support/firefoxHands.ts'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { rowsWith } from './support/rowsWith.ts'
import { type FirefoxRun, runFirefox } from './support/runFirefox.ts'
import { testStudy } from './support/runPilot.ts'
import { startPages } from './support/startStudy.ts'
import { wander } from './support/wander.ts'

const firefox = findFirefox()
if (!firefox) console.warn('SKIPPED: no Firefox here (npm run setup).')
const CLICKS = 5
const DEEDS = 20

/** The page hears every key and click it can, and lets no style in but its own. */
const HEAD = `<meta http-equiv="Content-Security-Policy" content="style-src 'none'">
  <script>window.heard = []
  for (const type of ['keydown', 'keyup', 'input', 'click', 'pointerdown', 'focusin'])
    addEventListener(type, (event) => heard.push([type, event.target.nodeName, event.key ?? '']), true)</script>`
const page = (title: string, rest: string): string =>
  `<title>${title}</title>${HEAD}<main><h1>${title}</h1>${rest}</main>`
const PAGES = {
  '/': page('Oak shelf', '<p>$40</p><a href="/said">Customer reviews</a> <a href="/login">Sign in</a>'),
  '/said': page('Said of it', '<p>Lasts.</p><a href="/more">Customer reviews</a>'),
  '/more': page('More', '<p>Is fine.</p><a href="/">Oak shelf</a>'),
  '/login': page(
    'Sign in',
    `<form><label>E-mail <input type="email" autocomplete="username"></label>
    <label>Password <input type="password" autocomplete="current-password"></label><button>Sign in</button></form>`,
  ),
}

/** Looks again until it is so. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 })

let site: Awaited<ReturnType<typeof startLinkSite>>
let shop: Awaited<ReturnType<typeof startPages>>
let whole: RunningShop
let run: FirefoxRun
// One browser, one participant: from joining to leaving, test by test.
beforeAll(async () => {
  if (!firefox) return
  site = await startLinkSite()
  shop = await startPages(PAGES)
  whole = await startShop({ host: '127.0.0.1', port: 0, seed: 1 })
  run = await runFirefox(
    firefox,
    testStudy([`${site.origin}/*`, `${shop.origin}/*`, `${whole.url}/*`], {
      rationale: {
        chance: { review: 1 },
        time_limit_seconds: 600,
        max_per_session: 20,
        max_per_day: 20,
        question: { en: 'Why this one?' },
      },
    }),
  )
})
afterAll(async () => {
  await run?.close()
  site?.close()
  shop?.close()
  await whole?.close()
})

/** A click on the only link that says so, and the page that it leads to. */
const go = (words: string): Promise<unknown> =>
  Promise.all([run.page.waitForNavigation(), run.page.click(`::-p-text(${words})`)])

test.skipIf(!firefox)('its own consent to data is asked for as chosen', async () => {
  const granted = await run.own.evaluate(async () => {
    interface Api {
      permissions: { getAll(): Promise<{ data_collection?: string[] }> }
    }
    return (await (globalThis as unknown as { browser: Api }).browser.permissions.getAll()).data_collection ?? []
  })
  expect(granted.sort()).toEqual(['browsingActivity', 'searchTerms', 'websiteActivity', 'websiteContent'])
})

test.skipIf(!firefox)('every click once, in order, named, each predicted before', async () => {
  await run.page.goto(`${site.origin}/0`)
  for (let n = 1; n <= CLICKS; n++) await Promise.all([run.page.waitForNavigation(), run.page.click('a')])
  const { steps, sessions, predictions } = await run.dataset()
  expect(steps.map(({ action }) => (action.type === 'click' ? action.name.split('.').at(-1) : action.type))).toEqual([
    ...Array.from({ length: CLICKS }, (_, n) => linkTo(n + 1)),
    'terminate',
  ])
  expect(sessions[0]?.missing).toBe(0)
  for (const row of predictions) if (row.action_seq !== null) expect(row.seq).toBeLessThan(row.action_seq)
})

test.skipIf(!firefox)(
  'why: asked in the corner of the page arrived at, answered, skipped; bound to its step',
  async () => {
    const corner = firefoxCornerHands(run.page)
    await run.page.goto(`${shop.origin}/`)
    await go('Customer reviews')
    await soon(corner.text).toContain('Why this one?')
    // In its corner and dressed, whatever the page's policy says about styles.
    const place = await run.page.evaluate(() => {
      const host = document.querySelector('shoptrace-corner') as Element
      const { right, bottom } = host.getBoundingClientRect()
      return [getComputedStyle(host).position, innerWidth - right, innerHeight - bottom, host.attributes.length]
    })
    expect(place).toEqual(['fixed', 16, 16, 0])
    const heard = () => run.page.evaluate(() => (window as unknown as { heard: string[][] }).heard)
    const before = (await heard()).length
    await corner.press('why')
    await run.page.keyboard.type('People say it lasts, ask me@example.org.')
    await run.page.keyboard.press('Enter')
    await soon(corner.text).toBe('')
    // The page heard nothing of it, but that the key was let go when the question was gone already.
    expect((await heard()).slice(before).filter(([type]) => type !== 'keyup')).toEqual([])

    await go('Customer reviews')
    await soon(corner.text).toContain('Why this one?')
    await corner.press('skip')
    await soon(corner.text).toBe('')

    const { steps, rationales } = await run.dataset()
    const asked = steps.filter(({ click_type }) => click_type === 'review')
    expect(asked.map(({ rationale }) => rationale)).toEqual([
      { source: 'human', text: 'People say it lasts, ask [email].' },
      null,
    ])
    expect(rationales.map(({ outcome, session_id, step_index }) => [outcome, session_id, step_index])).toEqual([
      ['answered', asked[0]?.session_id, asked[0]?.step_index],
      ['skipped', asked[1]?.session_id, asked[1]?.step_index],
    ])
  },
)

test.skipIf(!firefox)('toolbar button and popup: recorded, private, paused, no shop', async () => {
  const popup = await run.openOwn('popup.html')
  /** What the popup says about the page in front. */
  async function popupSays(): Promise<string | null> {
    await run.page.bringToFront()
    await popup.bringToFront()
    await popup.waitForSelector('[data-recording]')
    return popup.$eval('[data-recording]', (element) => element.getAttribute('data-recording'))
  }
  async function button() {
    await run.page.bringToFront()
    return run.button()
  }
  const RECORDED = { title: 'Shoptrace: recording this page', badge: 'REC', icon: '' }
  const PAUSED = { title: 'Shoptrace: paused, nothing is recorded', badge: '', icon: 'paused' }

  await run.page.goto(`${shop.origin}/`)
  await soon(button).toEqual(RECORDED)
  await soon(popupSays).toBe('recording')
  await go('Sign in')
  await soon(button).toEqual({ title: 'Shoptrace: only the kind of this page is kept', badge: '', icon: 'type_only' })
  await soon(popupSays).toBe('type_only')
  await run.page.goto('about:blank')
  await soon(button).toEqual({ title: 'Shoptrace: nothing is recorded on this page', badge: '', icon: 'elsewhere' })
  await soon(popupSays).toBe('elsewhere')

  await run.page.goto(`${shop.origin}/`)
  await soon(popupSays).toBe('recording')
  await popup.click('[data-action="pause-tab"]')
  await popup.waitForSelector('[data-recording="paused"]')
  await soon(button).toEqual(PAUSED)
  await run.page.goto(`${shop.origin}/more`)
  await soon(button).toEqual(PAUSED)
  await popup.bringToFront()
  await popup.click('[data-action="resume-here"]')
  await popup.waitForSelector('[data-recording="recording"]')
  await soon(button).toEqual(RECORDED)
  await popup.close()
})

test.skipIf(!firefox)(
  `${DEEDS} deeds of all kinds: none lost, doubled, out of order or on the wrong target`,
  async () => {
    const { steps: before } = await run.dataset()
    const hands = firefoxHands(run.browser, run.page)
    await hands.first.open(whole.url)
    const walk = await wander({
      hands,
      start: whole.url,
      deeds: DEEDS,
      seed: 1,
      words: ['lamp', 'blue'],
      // Of those pages nothing is kept.
      avoid: /check ?out|sign|account|order|buy/i,
      disturb: async () => {},
    })
    for (const page of await run.browser.pages()) if (page !== run.page && page !== run.own) await page.close()
    const { steps, sessions } = await run.dataset()
    const told = toldBy(steps.slice(before.length))
    expect(compareDeeds(walk.deeds, told)).toEqual({ lost: [], doubled: [], wrong: [] })
    expect(sessions.every(({ missing }) => missing === 0)).toBe(true)
  },
)

test.skipIf(!firefox)('redact, upload, leave; only the receipt stays', async () => {
  const there = async (): Promise<string[]> =>
    (await run.call<{ item_id: string }[]>('collected', { before: null })).map(({ item_id }) => item_id)
  await run.call('send_now')
  const before = await there()
  const { steps } = await run.call<MySteps>('my_steps', { before: null, query: '' })
  const step = steps.find(({ action }) => action?.type === 'click')
  await run.call('delete_step', { seqs: step?.seqs })
  await run.call('send_now')
  const after = await there()
  // One step redacted: gone at the collector too, and nothing else that was a step.
  expect(before).toContain(step?.action?.action_id)
  expect(after).not.toContain(step?.action?.action_id)
  expect(after.length).toBeGreaterThan(2)
  const left = await run.call('withdraw')
  expect(left).toMatchObject({ receipt: { kind: 'withdrawal', signature: expect.any(String) } })
  const { receipt } = left as { receipt: { participant_id: string; deleted_items: number } }
  expect(receipt.deleted_items).toBeGreaterThan(2)
  expect(rowsWith(run.folder, receipt.participant_id)).toEqual({ receipts: 1 })
})
