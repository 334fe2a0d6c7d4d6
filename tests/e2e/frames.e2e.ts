import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StepRow } from '../../schemas/index.ts'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { type FrameSite, startFrameSite } from './support/frameSite.ts'
import { runFirefox } from './support/runFirefox.ts'
import { type Dataset, loadDataset, runPilot, testStudy } from './support/runPilot.ts'

let site: FrameSite
beforeAll(async () => {
  site = await startFrameSite()
})
afterAll(() => site.close())

const firefox = findFirefox()
if (!firefox) console.warn('SKIPPED: no Firefox here (npm run setup).')

// Not in the order in which Chromium keeps them.
const study = () => testStudy([`${site.origin}/*`, `${site.partner}/*`].sort().reverse())
const FRAMES = ['same', 'partner', 'stranger', 'srcdoc', 'written']

const read = ({ action, observation, tab }: StepRow) => [
  action.type === 'click' ? action.name : action.type,
  observation?.title,
  observation?.url.replace(/^http:\/\/127\.0\.0\.1:\d+/, ''),
  tab,
]

function check({ steps, sessions, predictions }: Dataset): void {
  expect(steps.map(read)).toEqual([
    ['outside', 'Frames', '/', 0],
    ['in_same', 'Same', '/same', 0],
    ['in_partner', 'Partner', '/partner', 0],
    // Of a host that the study does not name: nothing.
    ['in_source', 'Source', '/', 0],
    ['in_written', 'Written', '/', 0],
    ['outside', 'Frames', '/', 0],
    // A frame on an excluded page: nothing either.
    ['terminate', '', '/', 0],
  ])
  expect(steps[2]?.observation?.url).toContain(site.partner)
  // One order for the participant, whatever the document; the tracker, the frames' loading and the stranger left no trace.
  expect(sessions).toHaveLength(1)
  expect(sessions[0]).toMatchObject({ missing: 0, steps: 7 })
  const reached = steps.flatMap(({ history }) => history.flatMap((one) => (one.type === 'navigate' ? [one.to] : [])))
  expect(reached.map((to) => new URL(to).pathname)).toEqual(['/', '/sign-in'])
  expect(JSON.stringify([steps, predictions])).not.toMatch(/tracker|stranger/i)
  // What is predicted belongs to the page that is acted on.
  for (const [index, { observation }] of steps.slice(0, 6).entries()) {
    const made = predictions.filter((row) => row.step_index === index && row.scored)
    expect(new Set(made.map(({ observation_id }) => observation_id))).toEqual(new Set([observation?.observation_id]))
  }
}

test('Chromium: an action in a frame stands on the frame’s own document, in its tab and its place in the session', async () => {
  const pilot = await runPilot(study(), `${site.origin}/`)
  const page = pilot.page(site.origin)
  const before = await page.evaluate(() => document.documentElement.outerHTML)
  await page.getByRole('button', { name: 'Outside' }).click()
  for (const id of FRAMES) await page.frameLocator(`#${id}`).getByRole('button').click()
  await page.getByRole('button', { name: 'Outside' }).click()
  // Not a letter of the page, or of a frame that it wrote, was changed.
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  const inner = await page
    .frameLocator('#written')
    .locator('html')
    .evaluate((html) => html.outerHTML)
  expect(inner).toBe(
    '<html><head><title>Written</title></head><body><main><button>In written</button></main></body></html>',
  )
  await page.goto(`${site.origin}/sign-in`)
  await page.frameLocator('#same').getByRole('button').click()
  expect((await pilot.end()).code).toBe(0)
  check(await loadDataset(pilot.data))
})

test.skipIf(!firefox)('Firefox: the same', async () => {
  const run = await runFirefox(firefox ?? '', study())
  try {
    const { page } = run
    const pressIn = async (id: string): Promise<void> => {
      const frame = await (await page.waitForSelector(`#${id}`))?.contentFrame()
      await (await frame?.waitForSelector('button'))?.click()
    }
    await page.goto(`${site.origin}/`)
    await page.click('main > button')
    for (const id of FRAMES) await pressIn(id)
    await page.click('main > button')
    await page.goto(`${site.origin}/sign-in`)
    await pressIn('same')
    check(await run.end())
  } finally {
    await run.close()
  }
})
