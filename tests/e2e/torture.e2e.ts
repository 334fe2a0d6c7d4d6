import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { seededRandom } from '../../src/demo/shop/seededRandom.ts'
import { type RunningShop, startShop } from '../../src/demo/shop/startShop.ts'
import { chromiumHands } from './support/chromiumHands.ts'
import { compareDeeds, type Told, toldBy } from './support/compareDeeds.ts'
import { firefoxHands } from './support/firefoxHands.ts'
import { browserSession, killWorker } from './support/killWorker.ts'
import { runFirefox } from './support/runFirefox.ts'
import { type Dataset, loadDataset, runPilot, testStudy } from './support/runPilot.ts'
import { type Deed, type Wandering, wander } from './support/wander.ts'

/*
 * A long walk, not part of every run: SHOPTRACE_DEEDS=1000 for the whole length; SHOPTRACE_SHOP=URL for any other shop that runs here;
 * SHOPTRACE_SEED for another way through it; SHOPTRACE_WORDS for what is typed ("tent,red shirt"), SHOPTRACE_AVOID for what is not
 * touched (a regular expression over what is read on a control).
 */
const { SHOPTRACE_DEEDS, SHOPTRACE_SHOP, SHOPTRACE_SEED, SHOPTRACE_WORDS, SHOPTRACE_AVOID } = process.env
const deeds = Number(SHOPTRACE_DEEDS ?? 60)
const seed = Number(SHOPTRACE_SEED ?? 1)
const words = SHOPTRACE_WORDS?.split(',') ?? ['lamp', 'red shirt', 'blue', 'shoes 42']
const avoid = SHOPTRACE_AVOID ? new RegExp(SHOPTRACE_AVOID, 'i') : undefined

const firefox = findFirefox()
const timeout = 120_000 + deeds * 3000

let shop: RunningShop | null = null
let start = SHOPTRACE_SHOP ?? ''
const study = () => testStudy([`${new URL(start).origin}/*`], { excluded_pages: { page_types: [], matches: [] } })

beforeAll(async () => {
  if (start) return
  shop = await startShop({ host: '127.0.0.1', port: 0, seed: 1 })
  start = shop.url
})
afterAll(() => shop?.close())

/** The ledger lies beside the dataset, to look into what the comparison says. */
function tell({ deeds: done, others }: Wandering, folder: string, how: string): void {
  writeFileSync(join(folder, 'deeds.json'), JSON.stringify(done, null, 1))
  const count = (wanted: (deed: Deed) => unknown) => done.filter(wanted).length
  const sure = `${count(({ uncertain }) => uncertain)} of them uncertain, ${count(({ heard }) => heard)} heard by the page`
  console.log(`${done.length} deeds, ${sure}, ${others} other gestures, ${how}: ${folder}`)
}

function check({ deeds: done }: Wandering, { steps, sessions, predictions }: Dataset): void {
  const told = toldBy(steps)
  expect(compareDeeds(done, told)).toEqual({ lost: [], doubled: [], wrong: [] })
  const silent = done.filter(({ heard }) => heard === null)
  expect(silent, 'pages that were there, and said nothing of what was done on them').toEqual([])
  expect(sessions.map(({ missing }) => missing)).toEqual([0])
  for (const row of predictions) if (row.action_seq !== null) expect(row.seq).toBeLessThan(row.action_seq)
  sabotage(done, told)
}

/** Clicks of a walk that are damaged. */
const DAMAGED = 5

/** A comparison that cannot fail proves nothing: every kind of damage to this very walk is found, here and there in it. */
function sabotage(done: readonly Deed[], told: readonly Told[]): void {
  // Neighbours on different pages: two icons of one page could change places unseen, and so could two clicks on one colour.
  const leading = told.flatMap(({ type, url, name }, index) => {
    const after = told[index + 1]
    return type === 'click' && index > 5 && after && url !== after.url && name !== after.name ? [index] : []
  })
  expect(leading.length, 'a walk that never led from page to page proves little: begin it elsewhere').toBeGreaterThan(0)
  let [rivals, caught] = [0, 0]
  for (const at of leading.filter((_, index) => index % Math.ceil(leading.length / DAMAGED) === 0)) {
    const [one, next] = told.slice(at, at + 2) as [Told, Told]
    const [before, after] = [told.slice(0, at), told.slice(at + 2)]
    const found = (damaged: readonly Told[]) => {
      const { lost, doubled, wrong } = compareDeeds(done, damaged)
      return [lost.length, doubled.length, wrong.length]
    }
    expect(found([...before, next, ...after])).toEqual([1, 0, 0])
    expect(found([...before, one, one, next, ...after])).toEqual([0, 1, 0])
    expect(found([...before, next, one, ...after])).not.toEqual([0, 0, 0])
    const own = { name: one.name, read: one.read }
    rivals += one.rivals.length
    caught += one.rivals.filter((rival) => {
      const others = [...one.rivals.filter((other) => other !== rival), own]
      return found([...before, { ...one, ...rival, rivals: others }, next, ...after]).some((count) => count > 0)
    }).length
  }
  // All but those that a person could not tell from the right one.
  expect(caught).toBeGreaterThan(rivals * 0.9)
}

test.skipIf(!SHOPTRACE_DEEDS)(
  `${deeds} deeds of all kinds, worker killed at random, tabs crashed: none lost, doubled, out of order or on the wrong target`,
  { timeout },
  async () => {
    const pilot = await runPilot(study(), start)
    const session = await browserSession(pilot.browser)
    const random = seededRandom(`disasters ${seed}`)
    let kills = 0
    const walk = await wander({
      hands: chromiumHands(pilot.context, pilot.page(new URL(start).origin)),
      start,
      deeds,
      seed,
      words,
      avoid,
      crashEvery: Math.ceil(deeds / 3),
      async disturb() {
        if (!random.chance(0.15)) return
        if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, random.between(0, 40)))
        if (await killWorker(session, pilot.extension)) kills++
      },
    })
    const { code, said } = await pilot.end()
    expect(code, said).toBe(0)
    tell(walk, pilot.data, `${kills} workers killed, ${walk.crashes} tabs crashed`)
    expect(kills).toBeGreaterThan(deeds / 10)
    expect(walk.crashes).toBeGreaterThan(0)
    check(walk, await loadDataset(pilot.data))
  },
)

test.skipIf(!SHOPTRACE_DEEDS || !firefox)(
  `${deeds} deeds in Firefox: none lost, doubled, out of order or on the wrong target`,
  { timeout },
  async () => {
    const run = await runFirefox(firefox ?? '', study())
    try {
      const hands = firefoxHands(run.browser, run.page)
      await hands.first.open(start)
      const walk = await wander({ hands, start, deeds, seed, words, avoid, disturb: async () => {} })
      tell(walk, run.folder, 'in Firefox')
      check(walk, await run.end())
    } finally {
      await run.close()
    }
  },
)
