import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CapturedAction } from '../../schemas/index.ts'
import { type Engine, openRecordingBrowser, type Recorded, type RecordingBrowser } from './recordingBrowser.ts'
import { clicks, navigation, options, pieces, type Row, scrolling, typing, visibility } from './scenes.ts'

/** An action in a few words; addresses without the row's own part, the bottom of the page as END. */
function summarize(action: CapturedAction): string {
  switch (action.type) {
    case 'click':
      return `click ${action.name}`
    case 'type_and_submit':
      return `type_and_submit ${action.name} ${JSON.stringify(action.text)}`
    case 'input':
      return `input ${action.name} ${action.masked ? `masked${action.text}` : JSON.stringify(action.text)}`
    case 'scroll':
      return `scroll ${action.from} ${whereTo(action.to, action.page_height)}`
    case 'navigate':
      return `navigate ${action.how} ${action.to.replace(/^http:\/\/[^/]+\/\d+\//, '')}`
    case 'tab':
      return `tab ${action.how}`
  }
}

/** Turns of the wheel in these tests are hundreds of pixels; the keys go to the end; a hand is less exact. */
function whereTo(top: number, height: number): string {
  if (top > height - 1000) return 'END'
  return top % 100 === 0 ? String(top) : 'BY HAND'
}

function ofDocuments(actions: CapturedAction[]): CapturedAction[][] {
  return [...Map.groupBy(actions, (action) => action.document_id).values()]
}

/** What holds for every recording: counted without holes, in order, each on the page before it. */
function checkOrder({ actions }: Recorded): void {
  expect(new Set(actions.map((action) => action.action_id)).size).toBe(actions.length)
  for (const ofOne of ofDocuments(actions)) {
    expect(ofOne.map((action) => action.document_seq)).toEqual(ofOne.map((_, index) => index))
    const times = ofOne.map((action) => action.timestamp)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    const numbers = ofOne.flatMap((action) => action.observation_no ?? [])
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  }
}

function summarizeRow({ actions, skipped }: Recorded, row: Row): string[] {
  const kept = row.arrivals
    ? actions
    : actions.filter((action) => action.type !== 'navigate' || action.document_seq !== 0)
  const words = kept.map(summarize)
  if (!row.inline && skipped.length === 0) expect(words.pop()).toBe('click end')
  return [...words, ...skipped.map((reason) => `skipped ${reason}`)]
}

/** Plays every row in one engine, and checks what the recorder promises there. Skips, loudly, where the engine is missing. */
export function testRecording(engine: Engine, executablePath: string | null): void {
  if (!executablePath) console.warn(`No ${engine} found: the recorder is not tested there.`)
  let browser: RecordingBrowser
  beforeAll(async () => {
    if (executablePath) browser = await openRecordingBrowser(engine, executablePath)
  }, 60_000)
  afterAll(() => browser?.close())

  const tables = { clicks, pieces, options, typing, scrolling, navigation, visibility }
  for (const [name, rows] of Object.entries(tables)) {
    describe(name, () => {
      for (const row of rows.filter(({ engines }) => engines?.includes(engine) ?? true)) {
        test.skipIf(!executablePath)(row.gesture, { timeout: 30_000 }, async () => {
          const recorded = await browser.play(row)
          checkOrder(recorded)
          expect(summarizeRow(recorded, row)).toEqual(row.expected)
        })
      }
    })
  }

  const check = test.skipIf(!executablePath)
  const TIMEOUT = { timeout: 120_000 }

  check('an action says what it was aimed at, as the view names it', TIMEOUT, async () => {
    const { actions } = await browser.play({
      html: '<button id="buy" data-name="buy_box.buy" data-click-type="purchase">Buy it now</button>',
      act: ({ page }) => page.click('#buy'),
    })
    expect(actions[1]).toMatchObject({
      name: 'buy_box.buy',
      click_type: 'purchase',
      role: 'button',
      text: 'Buy it now',
    })
  })

  check('an action stands on the page before the gesture began', TIMEOUT, async () => {
    const change = 'document.body.append(document.createElement("p"))'
    const { actions } = await browser.play({
      html: `<button id="one" data-name="one" onpointerdown='${change}' onclick='${change}'>1</button><input id="field" data-name="field" oninput='${change}'>`,
      async act({ page, type, press }) {
        await page.click('#one')
        await type('#field', 'abc')
        await press('Enter')
      },
    })
    const places = actions.map((action) => [action.type, action.observation_no])
    expect(places).toEqual([
      ['navigate', null],
      ['click', 0],
      ['type_and_submit', 1],
      ['click', 2],
    ])
  })

  check('a step says how long the page was looked at since the step before it', TIMEOUT, async () => {
    const { actions } = await browser.play({
      html: '<button id="one" data-name="one">1</button><input id="field" data-name="field">',
      async act({ page, browser: chrome, type, press, until }) {
        // The clock that the recorder reads.
        const tick = (at: number) => page.evaluate((to) => localStorage.setItem('clock', to), `${2e15 + at}`)
        await tick(0)
        await page.click('#one')
        await tick(1000)
        const other = await chrome.newPage()
        await other.bringToFront()
        await until('document.visibilityState === "hidden"')
        await tick(3000)
        await page.bringToFront()
        await until('document.visibilityState === "visible"')
        await tick(3500)
        await page.click('#one')
        await tick(3600)
        await type('#field', 'a')
        await press('Enter')
      },
    })
    const spans = actions.flatMap((action) =>
      action.type === 'click' || action.type === 'type_and_submit' ? [[action.dwell_ms, action.visible_ms]] : [],
    )
    expect(spans.slice(1)).toEqual([
      [3500, 1500],
      [100, 100],
      [0, 0],
    ])
    for (const action of actions) {
      if (action.type === 'click') expect(action.focused_ms).toBeLessThanOrEqual(action.visible_ms ?? 0)
      else if (action.type !== 'type_and_submit') expect(action).not.toHaveProperty('dwell_ms')
    }
  })

  check('of clicks that navigate at once, none is lost', TIMEOUT, async () => {
    const CLICKS = engine === 'chromium' ? 100 : 40
    const { actions } = await browser.play({
      html: '<a id="next" data-name="next">next</a><script>next.href = "p" + (Number(location.pathname.split("/p")[1] ?? 0) + 1)</script>',
      async act({ page }) {
        for (let count = 0; count < CLICKS; count++) {
          await Promise.all([page.waitForNavigation(), page.click('#next')])
        }
      },
    })
    const expected = Array.from({ length: CLICKS }, (_, index) => ['click next', `navigate link p${index + 1}`]).flat()
    expect(actions.map(summarize)).toEqual(['navigate typed ', ...expected, 'click end'])
  })

  check('nothing is recorded once the signal aborts, not even what was typed or moving', TIMEOUT, async () => {
    const { actions } = await browser.play({
      html: '<input id="field" data-name="field"><div style="height:5000px"></div>',
      async act({ page, type, wheel, press, until }) {
        await type('#field', 'abc')
        await wheel(200)
        await until('document.scrollingElement.scrollTop === 200')
        await page.evaluate(() => document.dispatchEvent(new Event('stop-recording')))
        await press('Enter')
        await page.reload()
      },
    })
    expect(actions.map(summarize)).toEqual(['navigate typed ', 'navigate reload ', 'click end'])
  })

  check('the page is left as it was', TIMEOUT, async () => {
    let traces: unknown
    await browser.play({
      html: `<label>Red<input id="box" type="checkbox" data-name="box"></label><input id="field" data-name="field"><button id="one">1</button>
        <script>
          window.changes = 0
          new MutationObserver((records) => { window.changes += records.length }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        </script>`,
      async act({ page, type, press }) {
        await page.evaluate(() =>
          Object.assign(window, { changes: 0, names: Object.getOwnPropertyNames(window).length }),
        )
        await page.click('#box')
        await type('#field', 'abc')
        await press('Enter')
        await page.click('#one')
        traces = await page.evaluate(() => {
          const { changes, names } = window as unknown as { changes: number; names: number }
          const added = Object.getOwnPropertyNames(window).length - names
          return { changes, added, session: sessionStorage.length, cookie: document.cookie }
        })
      },
    })
    expect(traces).toEqual({ changes: 0, added: 1, session: 0, cookie: '' })
  })
}
