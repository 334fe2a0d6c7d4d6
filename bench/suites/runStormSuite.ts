import type { Page } from 'playwright-core'
import { collectGarbage } from '../browser/collectGarbage.ts'
import { openMeter, type Work } from '../browser/openMeter.ts'
import { pause } from '../browser/pause.ts'
import { median } from '../figures/median.ts'
import type { SuiteReport, Table } from '../figures/report.ts'
import { rotate } from '../figures/rotate.ts'
import type { BenchOptions } from '../parseOptions.ts'
import { say } from '../say.ts'
import { startCardsSite } from '../sites/startCardsSite.ts'
import { loadTools } from '../tools/loadTools.ts'

const REPLACEMENTS = 5
/** Time between two replacements: at once, as when a list is filled, and as fast as a person can change a filter. */
const RHYTHMS = { 'every frame': 0, 'every second': 1000 }
type Rhythm = keyof typeof RHYTHMS
/** Recorders put work off: it is counted too, until this long after the storm. */
const AFTERMATH_MS = 6000
/** Those of whom one rhythm is enough to see. */
const PEERS_APART = ['PostHog', 'Sentry', 'Clarity']

/** One storm in one page. */
interface Storm {
  tool: string
  rhythm: Rhythm
  run: number
  work: Work
}

async function storm(page: Page, ms: number): Promise<Work> {
  const cdp = await page.context().newCDPSession(page)
  const meter = await openMeter(cdp)
  await pause(AFTERMATH_MS / 3)
  await meter.quiet()
  await collectGarbage(cdp)
  const before = await meter.read()
  await page.evaluate(
    async ({ replacements, ms }) => {
      for (let n = 0; n < replacements; n++) {
        ;(globalThis as unknown as { replaceCards(): void }).replaceCards()
        await new Promise((resolve) => (ms ? setTimeout(resolve, ms) : requestAnimationFrame(resolve)))
      }
    },
    { replacements: REPLACEMENTS, ms },
  )
  await pause(AFTERMATH_MS)
  await meter.quiet()
  const after = await meter.read()
  return {
    task: after.task - before.task,
    script: after.script - before.script,
    layout: after.layout - before.layout,
    style: after.style - before.style,
  }
}

/** What five replacements of 1,000 cards cost the page's main thread, with each recorder and with none. */
export async function runStormSuite(options: BenchOptions): Promise<SuiteReport> {
  const tools = await loadTools(options.tool)
  const site = await startCardsSite()
  const storms: Storm[] = []
  try {
    for (let run = 0; run < options.runs; run++) {
      for (const tool of rotate(tools, run)) {
        say(`storm, run ${run + 1} of ${options.runs}: ${tool.name}`)
        const open = await tool.open([site.url])
        try {
          for (const rhythm of Object.keys(RHYTHMS) as Rhythm[]) {
            if (rhythm === 'every second' && PEERS_APART.includes(tool.name)) continue
            const page = await open.context.newPage()
            await page.goto(site.url, { waitUntil: 'load' })
            storms.push({ tool: tool.name, rhythm, run, work: await storm(page, RHYTHMS[rhythm]) })
            await page.close()
          }
          const { items, uploads } = await open.finish()
          if (tool.name === 'Shoptrace' && !items.observation) throw new Error('Shoptrace recorded no observation.')
          if (tool.name !== 'nothing' && uploads === 0) say(`  ${tool.name} has sent nothing yet.`)
        } finally {
          await open.close()
        }
      }
    }
  } finally {
    await site.close()
  }
  return report(
    storms,
    tools.map(({ name }) => name),
  )
}

function report(storms: readonly Storm[], tools: readonly string[]): SuiteReport {
  const work = (tool: string, rhythm: Rhythm): number =>
    median(storms.filter((one) => one.tool === tool && one.rhythm === rhythm).map((one) => one.work.task))
  const ratio = (tool: string, rhythm: Rhythm): number => work(tool, rhythm) / work('nothing', rhythm)
  const rhythms = Object.keys(RHYTHMS) as Rhythm[]
  const table: Table = {
    title: 'Five replacements of 1,000 cards (main thread of the page, milliseconds of processor time)',
    of: 'recorder',
    columns: rhythms.flatMap((rhythm) => [
      { title: rhythm, unit: 'ms' as const },
      { title: '/ nothing', unit: 'ratio' as const },
    ]),
    rows: tools.map((name) => ({
      name,
      figures: rhythms.flatMap((rhythm) => [work(name, rhythm), ratio(name, rhythm)]),
    })),
    notes: [
      `All work from the first replacement to ${AFTERMATH_MS / 1000} s after the last, put-off work included. A fresh browser for every tool and`,
      'run, a fresh page for every storm, quiet and with its garbage collected; the order of the tools changes from run to run.',
    ],
  }
  return {
    suite: 'storm',
    tables: [table],
    goals: rhythms.map((rhythm) => ({
      text: `storm, ${rhythm}: work / without recorder`,
      limit: 1.1,
      is: 'at most',
      unit: 'ratio',
      measured: ratio('Shoptrace', rhythm),
    })),
    detail: storms,
  }
}
