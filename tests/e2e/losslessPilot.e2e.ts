import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { loadDataset, runPilot, testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

const CLICKS = 200

test(`${CLICKS} clicks that each navigate away at once: none lost, none doubled, all in order, all named`, async () => {
  const pilot = await runPilot(testStudy([`${site.origin}/*`]), `${site.origin}/0`)
  const page = pilot.page(site.origin)
  for (let n = 1; n <= CLICKS; n++) {
    await page.getByRole('link', { name: `Open item number ${n}`, exact: true }).click({ noWaitAfter: true })
  }
  await page.getByRole('heading', { name: `Page ${CLICKS}`, exact: true }).waitFor()
  const { code, said } = await pilot.end()
  expect(said).toContain('written to')
  expect(code).toBe(0)

  const { steps, sessions, predictions } = await loadDataset(pilot.data)
  const names = steps.map(({ action }) => (action.type === 'click' ? action.name.split('.').at(-1) : action.type))
  expect(names).toEqual([...Array.from({ length: CLICKS }, (_, n) => linkTo(n + 1)), 'terminate'])
  // The observation of each step is the page before the click.
  expect(steps.slice(0, CLICKS).map(({ observation }) => observation?.title)).toEqual(
    Array.from({ length: CLICKS }, (_, n) => `Page ${n}`),
  )
  expect(sessions).toHaveLength(1)
  expect(sessions[0]).toMatchObject({ missing: 0, participant_kind: 'test', outcome: 'terminate' })
  // A prediction is stored before the action it predicts, without exception.
  expect(predictions.length).toBeGreaterThan(CLICKS)
  for (const row of predictions) if (row.action_seq !== null) expect(row.seq).toBeLessThan(row.action_seq)
})
