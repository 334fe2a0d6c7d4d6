import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CapturedAction } from '../../schemas/index.ts'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { findFirefox } from '../support/findFirefox.ts'
import { type Engine, openRecordingBrowser, type Recorded, type RecordingBrowser } from './recordingBrowser.ts'
import { clicks, navigation, options, type Row, scrolling, typing, visibility } from './scenes.ts'

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
      return `scroll ${action.from} ${action.to > action.page_height - 1000 ? 'END' : action.to}`
    case 'navigate':
      return `navigate ${action.how} ${action.to.replace(/^http:\/\/[^/]+\/\d+\//, '')}`
    case 'tab':
      return `tab ${action.how}`
  }
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
  if (!words.join().includes('skipped') && skipped.length === 0) expect(words.pop()).toBe('click end')
  return [...words, ...skipped.map((reason) => `skipped ${reason}`)]
}

const engines: [Engine, string | null][] = [
  ['chromium', findChromium()],
  ['firefox', findFirefox()],
]

describe.each(engines)('in %s', (engine, executablePath) => {
  if (!executablePath) console.warn(`No ${engine} found: the recorder is not tested there.`)
  let browser: RecordingBrowser
  beforeAll(async () => {
    if (executablePath) browser = await openRecordingBrowser(engine, executablePath)
  }, 60_000)
  afterAll(() => browser?.close())

  const tables = { clicks, options, typing, scrolling, navigation, visibility }
  for (const [name, rows] of Object.entries(tables)) {
    describe(name, () => {
      test.skipIf(!executablePath).for(rows.filter((row) => row.engines?.includes(engine) ?? true))(
        '$gesture',
        { timeout: 30_000 },
        async (row) => {
          const recorded = await browser.play(row)
          checkOrder(recorded)
          expect(summarizeRow(recorded, row)).toEqual(row.expected)
        },
      )
    })
  }
})
