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
  'Firefox: its own consent to data is asked for as chosen; record, redact, upload, leave; only the receipt stays',
  async () => {
    const run = await runFirefox(firefox ?? '', testStudy([`${site.origin}/*`]))
    try {
      await run.page.goto(`${site.origin}/0`)
      for (let n = 0; n < 2; n++) await Promise.all([run.page.waitForNavigation(), run.page.click('a')])
      const { granted, sent, redacted, before, after, left } = await run.own.evaluate(async () => {
        interface Api {
          permissions: { getAll(): Promise<{ data_collection?: string[] }> }
          runtime: { sendMessage(message: unknown): Promise<{ value: unknown }> }
        }
        const api = (globalThis as unknown as { browser: Api }).browser
        const call = async <T>(name: string, data: unknown = null): Promise<T> =>
          (await api.runtime.sendMessage({ channel: 'page', call: name, data })).value as T
        const there = async () =>
          (await call<{ item_id: string }[]>('collected', { before: null })).map(({ item_id }) => item_id)
        type Steps = { steps: { action: { type: string; action_id: string } | null; seqs: number[] }[] }

        const sent = await call('finish')
        const before = await there()
        const { steps } = await call<Steps>('my_steps', { before: null, query: '' })
        const step = steps.find(({ action }) => action?.type === 'click')
        await call('delete_step', { seqs: step?.seqs })
        await call('send_now')
        const after = await there()
        return {
          granted: (await api.permissions.getAll()).data_collection ?? [],
          sent,
          redacted: step?.action?.action_id,
          before,
          after,
          left: await call('withdraw'),
        }
      })
      // One step redacted: gone at the collector too, and nothing else that was a step.
      expect(before).toContain(redacted)
      expect(after).not.toContain(redacted)
      expect(after.length).toBeGreaterThan(2)
      expect(granted.sort()).toEqual(['browsingActivity', 'searchTerms', 'websiteActivity', 'websiteContent'])
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
