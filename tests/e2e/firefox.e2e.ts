import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { runFirefox } from './support/runFirefox.ts'
import { testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

const firefox = findFirefox()
if (!firefox) console.warn('SKIPPED: no Firefox here (npm run setup).')
const CLICKS = 20

test.skipIf(!firefox)('Firefox: join, record, upload; every click once, in order, named', async () => {
  const run = await runFirefox(firefox ?? '', testStudy([`${site.origin}/*`]))
  try {
    await run.page.goto(`${site.origin}/0`)
    for (let n = 1; n <= CLICKS; n++) {
      await Promise.all([run.page.waitForNavigation(), run.page.click('a')])
    }
    const { steps, sessions, predictions } = await run.end()
    expect(steps.map(({ action }) => (action.type === 'click' ? action.name.split('.').at(-1) : action.type))).toEqual([
      ...Array.from({ length: CLICKS }, (_, n) => linkTo(n + 1)),
      'terminate',
    ])
    expect(sessions[0]?.missing).toBe(0)
    for (const row of predictions) if (row.action_seq !== null) expect(row.seq).toBeLessThan(row.action_seq)
  } finally {
    await run.close()
  }
})
