import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StepRow } from '../../schemas/index.ts'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { runFirefox } from './support/runFirefox.ts'
import { loadDataset, runPilot, testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

const firefox = findFirefox()
if (!firefox) console.warn('SKIPPED: no Firefox here (npm run setup).')

const read = ({ action, tab, observation, history }: StepRow) => [
  action.type === 'click' ? action.name : action.type,
  tab,
  observation?.title,
  history.flatMap((one) => (one.type === 'tab' ? [`${one.tab} ${one.how} ${one.opener ?? ''}`.trim()] : [])),
]

test('Chromium: a tab opened behind by the middle button, gone to, closed; each in its place', async () => {
  const pilot = await runPilot(testStudy([`${site.origin}/*`]), `${site.origin}/0`)
  const first = pilot.page(site.origin)
  const click = async (page: typeof first, n: number) => {
    await page.getByRole('link').click()
    await page.getByRole('heading', { name: `Page ${n}`, exact: true }).waitFor()
  }
  await click(first, 1)
  const opening = pilot.context.waitForEvent('page')
  await first.getByRole('link').click({ button: 'middle' })
  const second = await opening
  await second.getByRole('heading', { name: 'Page 2' }).waitFor()
  await click(first, 2)
  await click(second, 3)
  await second.close()
  await click(first, 3)
  expect((await pilot.end()).code).toBe(0)

  const { steps, sessions } = await loadDataset(pilot.data)
  expect(steps.map((row) => read(row).slice(0, 3))).toEqual([
    [linkTo(1), 0, 'Page 0'],
    [linkTo(2), 0, 'Page 1'],
    [linkTo(2), 0, 'Page 1'],
    [linkTo(3), 1, 'Page 2'],
    [linkTo(3), 0, 'Page 2'],
    ['terminate', 0, 'Page 3'],
  ])
  // A tab behind loads in its own time: before or after the next step elsewhere.
  // Whether it was ever behind is Playwright's to say, which tells every tab that it is in front once it attaches.
  const moves = steps.flatMap((row) => read(row)[3] as string[]).filter((move) => !/shown|hidden/.test(move))
  expect(moves).toEqual(['0 opened', '1 opened 0', '1 closed'])
  expect(sessions.map(({ missing }) => missing)).toEqual([0])
})

// Playwright makes every tab believe that it is in front; here they know better.
test.skipIf(!firefox)('Firefox: two tabs; what is predicted belongs to the one in front', async () => {
  const run = await runFirefox(firefox ?? '', testStudy([`${site.origin}/*`]))
  try {
    const first = run.page
    const click = (page: Page) => Promise.all([page.waitForNavigation(), page.click('a')])
    const inFront = (page: Page) => page.waitForFunction('document.visibilityState === "visible"', { polling: 20 })
    await first.goto(`${site.origin}/0`)
    await click(first)
    const second = await run.browser.newPage()
    await second.bringToFront()
    await second.goto(`${site.origin}/5`)
    await inFront(second)
    await click(second)
    await first.bringToFront()
    await inFront(first)
    await click(first)
    const { steps, sessions, predictions } = await run.end()

    expect(steps.filter(({ action }) => action.type === 'click').map(read)).toEqual([
      [linkTo(1), 0, 'Page 0', ['0 opened']],
      [linkTo(6), 1, 'Page 5', expect.arrayContaining(['0 hidden', '1 opened'])],
      [linkTo(2), 0, 'Page 1', expect.arrayContaining(['0 shown'])],
    ])
    expect(sessions.map(({ missing }) => missing)).toEqual([0])
    for (const { step_index, action, observation, visible_ms, dwell_ms } of steps) {
      if (action.type === 'terminate') continue
      const made = predictions.filter((row) => row.step_index === step_index && row.scored)
      expect(new Set(made.map(({ observation_id }) => observation_id))).toEqual(new Set([observation?.observation_id]))
      expect(visible_ms).toBeLessThanOrEqual(dwell_ms ?? -1)
    }
  } finally {
    await run.close()
  }
})
