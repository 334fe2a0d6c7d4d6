import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../src/demo/shop/seededRandom.ts'
import { type RunningShop, startShop } from '../../src/demo/shop/startShop.ts'
import { compareDeeds, toldBy } from './support/compareDeeds.ts'
import { browserSession, killWorker } from './support/killWorker.ts'
import { loadDataset, runPilot, testStudy } from './support/runPilot.ts'
import { wander } from './support/wander.ts'

/*
 * A long walk, not part of every run: SHOPTRACE_DEEDS=1000 for the whole length; SHOPTRACE_SHOP=URL for any other shop that runs here;
 * SHOPTRACE_SEED for another way through it.
 */
const DEEDS = Number(process.env.SHOPTRACE_DEEDS ?? 60)
const SEED = Number(process.env.SHOPTRACE_SEED ?? 1)
const elsewhere = process.env.SHOPTRACE_SHOP

let shop: RunningShop | null = null
beforeAll(async () => {
  if (!elsewhere) shop = await startShop({ host: '127.0.0.1', port: 0, seed: 1 })
})
afterAll(() => shop?.close())

test.skipIf(!process.env.SHOPTRACE_DEEDS)(
  `${DEEDS} deeds of all kinds, worker killed at random, tabs crashed: none lost, doubled, out of order or on the wrong target`,
  {
    timeout: 120_000 + DEEDS * 3000,
  },
  async () => {
    const start = elsewhere ?? shop?.url ?? ''
    const study = testStudy([`${new URL(start).origin}/*`], { excluded_pages: { page_types: [], matches: [] } })
    const pilot = await runPilot(study, start)
    const session = await browserSession(pilot.browser)
    const random = seededRandom(`disasters ${SEED}`)
    let kills = 0
    const { deeds, crashes } = await wander({
      context: pilot.context,
      page: pilot.page(new URL(start).origin),
      start,
      deeds: DEEDS,
      seed: SEED,
      words: ['lamp', 'red shirt', 'blue', 'shoes 42'],
      crashEvery: Math.ceil(DEEDS / 3),
      async disturb() {
        if (!random.chance(0.15)) return
        if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, random.between(0, 40)))
        if (await killWorker(session, pilot.extension)) kills++
      },
    })
    const { code, said } = await pilot.end()
    expect(code, said).toBe(0)

    const { steps, sessions, predictions } = await loadDataset(pilot.data)
    console.log(`${deeds.length} deeds, ${kills} workers killed, ${crashes} tabs crashed: ${pilot.data}`)
    expect(kills).toBeGreaterThan(DEEDS / 10)
    expect(crashes).toBeGreaterThan(0)
    expect(compareDeeds(deeds, toldBy(steps))).toEqual({ lost: [], doubled: [], wrong: [] })
    expect(sessions.map(({ missing }) => missing)).toEqual([0])
    for (const row of predictions) if (row.action_seq !== null) expect(row.seq).toBeLessThan(row.action_seq)
  },
)
