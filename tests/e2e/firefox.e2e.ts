import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { rowsWith } from './support/rowsWith.ts'
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

test.skipIf(!firefox)(
  'Firefox: its own consent to data is asked for as chosen; leaving leaves the receipt alone',
  async () => {
    const run = await runFirefox(firefox ?? '', testStudy([`${site.origin}/*`]))
    try {
      await run.page.goto(`${site.origin}/0`)
      await Promise.all([run.page.waitForNavigation(), run.page.click('a')])
      const [granted, sent, left] = await run.own.evaluate(async () => {
        interface Api {
          permissions: { getAll(): Promise<{ data_collection?: string[] }> }
          runtime: { sendMessage(message: unknown): Promise<{ value: unknown }> }
        }
        const api = (globalThis as unknown as { browser: Api }).browser
        const call = async (name: string) =>
          (await api.runtime.sendMessage({ channel: 'page', call: name, data: null })).value
        return [(await api.permissions.getAll()).data_collection ?? [], await call('finish'), await call('withdraw')]
      })
      expect((granted as string[]).sort()).toEqual([
        'browsingActivity',
        'searchTerms',
        'websiteActivity',
        'websiteContent',
      ])
      expect(sent).toMatchObject({ waiting: 0, quarantined: 0 })
      expect(left).toMatchObject({ receipt: { kind: 'withdrawal', signature: expect.any(String) } })
      const { receipt } = left as { receipt: { participant_id: string; deleted_items: number } }
      expect(receipt.deleted_items).toBeGreaterThan(2)
      expect(rowsWith(run.folder, receipt.participant_id)).toEqual({ receipts: 1 })
    } finally {
      await run.close()
    }
  },
)

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
