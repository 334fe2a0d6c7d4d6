import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callExtension } from '../../src/chromium/callExtension.ts'
import type { PanelState } from '../../src/messaging/calls.ts'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { loadDataset, runPilot, testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

/** Kills the browser of a profile as a power cut would. */
function killBrowser(profile: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let command = ''
    try {
      command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    } catch {
      continue
    }
    if (command.includes(profile) && command.includes('--user-data-dir')) process.kill(Number(pid), 'SIGKILL')
  }
}

test.skipIf(process.platform !== 'linux')(
  'kill -9 of the browser in the middle of a session: what was acknowledged arrives, once',
  async () => {
    const study = testStudy([`${site.origin}/*`])
    const first = await runPilot(study, `${site.origin}/0`)
    const page = first.page(site.origin)
    for (let n = 1; n <= 12; n++) await page.getByRole('link').click({ noWaitAfter: true })
    await page.getByRole('heading', { name: 'Page 12' }).waitFor()
    // Stored, that is acknowledged to the page: what is still under way may go with the browser.
    const stored = async () => (await callExtension<PanelState>(first.context, first.extension, 'panel')).steps.length
    await expect.poll(stored, { timeout: 60_000 }).toBe(12)
    for (let n = 13; n <= 16; n++) await page.getByRole('link').click({ noWaitAfter: true })
    killBrowser(`${first.data}/.pilot/profile`)
    // The pilot sees it, starts the browser again without a window, sends what it held, and ends.
    const { code, said } = await first.ended
    expect(said).toContain('written to')
    expect(code).toBe(0)

    const { steps, sessions } = await loadDataset(first.data)
    const names = steps.flatMap(({ action }) => (action.type === 'click' ? [action.name.split('.').at(-1)] : []))
    expect(names.length).toBeGreaterThanOrEqual(12)
    expect(names).toEqual(Array.from({ length: names.length }, (_, n) => linkTo(n + 1)))
    expect(sessions.every(({ missing }) => missing === 0)).toBe(true)

    // The same pilot again goes on with the same participant.
    const second = await runPilot(study, `${site.origin}/0`, first.data)
    await second.page(site.origin).getByRole('link').click()
    await second.page(site.origin).getByRole('heading', { name: 'Page 1' }).waitFor()
    expect((await second.end()).code).toBe(0)
    const after = await loadDataset(first.data)
    expect(new Set(after.steps.map(({ participant_id }) => participant_id)).size).toBe(1)
    expect(after.steps.filter(({ action }) => action.type === 'click')).toHaveLength(names.length + 1)
  },
)
