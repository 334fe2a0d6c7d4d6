import type { Page } from 'playwright-core'
import { startShop } from '../../src/demo/shop/startShop.ts'
import { openMeter } from '../browser/openMeter.ts'
import { readInteractions, watchInteractions } from '../browser/watchInteractions.ts'
import { inpPercentile } from '../figures/inpPercentile.ts'
import { median } from '../figures/median.ts'
import type { SuiteReport, Table } from '../figures/report.ts'
import { rotate } from '../figures/rotate.ts'
import type { BenchOptions } from '../parseOptions.ts'
import { say } from '../say.ts'
import { demoProductUrl } from '../sites/demoProductUrl.ts'
import { startCardsSite } from '../sites/startCardsSite.ts'
import { loadTools } from '../tools/loadTools.ts'
import type { Tool } from '../tools/tool.ts'

const CLICKS = 200
const THROTTLE = 4
/** Between two clicks, as fast as a person clicks. */
const REST_MS = 100
/** Those of whom the heavier scene is enough to see. */
const PEERS_APART = ['PostHog', 'Sentry', 'Clarity']

/** Where to click: things that answer without leaving the page. */
const SCENES = {
  'demo product': '[data-view], .swatch, .size, [data-stepper] button',
  '1,000 cards': '.heart',
}
type Scene = keyof typeof SCENES

interface Clicked {
  tool: string
  scene: Scene
  run: number
  /** Interaction to Next Paint at the 98th percentile, milliseconds. */
  inp: number
  durations: number[]
  /** Main-thread work per click, milliseconds of processor time. */
  work: number
}

/** Middles of what can be clicked and is in view. */
const places = (page: Page, targets: string): Promise<{ x: number; y: number }[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .map((element) => element.getBoundingClientRect())
        .filter(({ top, bottom, width }) => top > 0 && bottom < innerHeight && width > 0)
        .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })),
    targets,
  )

async function click(page: Page, targets: string): Promise<Pick<Clicked, 'durations' | 'work' | 'inp'>> {
  const cdp = await page.context().newCDPSession(page)
  const meter = await openMeter(cdp)
  await meter.quiet()
  const where = await places(page, targets)
  if (where.length === 0) throw new Error(`Nothing to click at ${page.url()}.`)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  const before = await meter.read()
  for (let n = 0; n < CLICKS; n++) {
    const { x, y } = where[n % where.length] as { x: number; y: number }
    await page.mouse.click(x, y)
    await page.waitForTimeout(REST_MS)
  }
  await page.waitForTimeout(REST_MS)
  const work = ((await meter.read()).task - before.task) / CLICKS
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const durations = await readInteractions(page)
  return { durations, work, inp: inpPercentile(durations, CLICKS) }
}

/** How quickly a page answers clicks while it is recorded, on a slow machine. */
export async function runRecordSuite(options: BenchOptions): Promise<SuiteReport> {
  const tools = await loadTools(options.tool)
  const clicked: Clicked[] = []
  for (let run = 0; run < options.runs; run++) {
    for (const tool of rotate(tools, run)) {
      for (const scene of Object.keys(SCENES) as Scene[]) {
        if (scene === 'demo product' && PEERS_APART.includes(tool.name)) continue
        say(`record, run ${run + 1} of ${options.runs}: ${tool.name}, ${scene}`)
        clicked.push({ tool: tool.name, scene, run, ...(await record(tool, scene)) })
      }
    }
  }
  return report(
    clicked,
    tools.map(({ name }) => name),
  )
}

async function record(tool: Tool, scene: Scene): Promise<Pick<Clicked, 'durations' | 'work' | 'inp'>> {
  const site = scene === 'demo product' ? await startShop({ port: 0 }) : await startCardsSite()
  const open = await tool.open([site.url])
  try {
    await watchInteractions(open.context)
    const page = await open.context.newPage()
    await page.goto(scene === 'demo product' ? await demoProductUrl(site.url) : site.url, { waitUntil: 'load' })
    const figures = await click(page, SCENES[scene])
    const { items } = await open.finish()
    if (tool.name === 'Shoptrace' && (items.action ?? 0) < CLICKS / 2)
      throw new Error(`Of ${CLICKS} clicks Shoptrace recorded ${items.action ?? 0}.`)
    return figures
  } finally {
    await open.close()
    await site.close()
  }
}

function report(clicked: readonly Clicked[], tools: readonly string[]): SuiteReport {
  const scenes = Object.keys(SCENES) as Scene[]
  const of = (tool: string, scene: Scene, figure: (one: Clicked) => number): number =>
    median(clicked.filter((one) => one.tool === tool && one.scene === scene).map(figure))
  const inp = (tool: string, scene: Scene): number => of(tool, scene, (one) => one.inp)
  const table: Table = {
    title: `${CLICKS} clicks on a processor slowed ${THROTTLE} times (INP p98, and main-thread processor time per click; milliseconds)`,
    of: 'recorder',
    columns: scenes.flatMap((scene) => [
      { title: `${scene}: INP`, unit: 'ms' as const },
      { title: '− nothing', unit: 'ms' as const },
      { title: 'work', unit: 'ms' as const },
    ]),
    rows: tools.map((name) => ({
      name,
      figures: scenes.flatMap((scene) => [
        inp(name, scene),
        inp(name, scene) - inp('nothing', scene),
        of(name, scene, (one) => one.work),
      ]),
    })),
    notes: [
      'Event Timing in steps of 8 ms; interactions under 16 ms count as 0. A fresh browser for every tool, scene and run; the order of the',
      'tools changes from run to run.',
    ],
  }
  return {
    suite: 'record',
    tables: [table],
    goals: scenes.map((scene) => ({
      text: `input latency, ${scene}: more than without`,
      limit: 8,
      is: 'at most',
      unit: 'ms',
      measured: inp('Shoptrace', scene) - inp('nothing', scene),
    })),
    detail: clicked,
  }
}
