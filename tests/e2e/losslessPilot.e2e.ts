import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../src/demo/shop/seededRandom.ts'
import { browserSession, killWorker } from './support/killWorker.ts'
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

test('worker killed at random before, between and after clicks that navigate at once: none lost, none doubled, all in order', async () => {
  const KILLED = 30
  const pilot = await runPilot(testStudy([`${site.origin}/*`]), `${site.origin}/0`)
  const session = await browserSession(pilot.browser)
  const page = pilot.page(site.origin)
  const random = seededRandom('disasters')
  let kills = 0
  const maybeKill = async (): Promise<void> => {
    if (random.chance(0.4) && (await killWorker(session, pilot.extension))) kills++
  }
  for (let n = 1; n <= KILLED; n++) {
    await maybeKill()
    const link = page.getByRole('link', { name: `Open item number ${n}`, exact: true })
    await link.click({ noWaitAfter: true })
    await maybeKill()
  }
  await page.getByRole('heading', { name: `Page ${KILLED}`, exact: true }).waitFor()
  expect((await pilot.end()).code).toBe(0)
  expect(kills).toBeGreaterThan(5)

  const { steps, sessions } = await loadDataset(pilot.data)
  const names = steps.flatMap(({ action }) => (action.type === 'click' ? [action.name.split('.').at(-1)] : []))
  expect(names).toEqual(Array.from({ length: KILLED }, (_, n) => linkTo(n + 1)))
  expect(steps.slice(0, KILLED).map(({ observation }) => observation?.title)).toEqual(
    Array.from({ length: KILLED }, (_, n) => `Page ${n}`),
  )
  expect(sessions.map(({ missing }) => missing)).toEqual([0])
})
