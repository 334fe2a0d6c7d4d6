import { startShop } from '../../src/demo/shop/startShop.ts'
import { runShopper } from '../../src/demo/shopper/runShopper.ts'
import { median } from '../figures/median.ts'
import type { SuiteReport } from '../figures/report.ts'
import { rotate } from '../figures/rotate.ts'
import type { BenchOptions } from '../parseOptions.ts'
import { say } from '../say.ts'
import { loadTools } from '../tools/loadTools.ts'
import type { Arrived, Tool } from '../tools/tool.ts'

const STEPS = 40
const SEED = 1
/** Pause before each step: recorders send while a person looks. */
const LOOK_MS = 700

interface Session extends Arrived {
  tool: string
  run: number
}

async function shop(tool: Tool): Promise<Arrived> {
  // Carts live in the shop's memory: everyone gets a new one.
  const demo = await startShop({ port: 0, seed: SEED })
  const open = await tool.open(demo.url)
  try {
    const page = await open.context.newPage()
    await runShopper({
      page,
      shopUrl: demo.url,
      steps: STEPS,
      seed: SEED,
      pace: 'fast',
      async beforeStep() {
        await page.waitForTimeout(LOOK_MS)
        await open.flush(page)
      },
    })
    await page.waitForTimeout(LOOK_MS)
    return await open.finish()
  } finally {
    await open.close()
    await demo.close()
  }
}

/** What a session of 40 actions on the demonstration shop weighs on the wire, by recorder. */
export async function runBytesSuite(options: BenchOptions): Promise<SuiteReport> {
  const tools = (await loadTools()).filter(({ name }) => name !== 'nothing')
  const sessions: Session[] = []
  for (let run = 0; run < options.runs; run++) {
    for (const tool of rotate(tools, run)) {
      say(`bytes, run ${run + 1} of ${options.runs}: ${tool.name}`)
      const arrived = await shop(tool)
      sessions.push({ tool: tool.name, run, ...arrived })
      if (tool.name === 'Shoptrace' && (arrived.items.action ?? 0) < STEPS)
        throw new Error(`Of ${STEPS} actions ${arrived.items.action ?? 0} arrived at the collector.`)
    }
  }
  const of = (name: string, figure: (session: Session) => number): number =>
    median(sessions.filter(({ tool }) => tool === name).map(figure))
  const bytes = (name: string): number => of(name, (session) => session.bytes)
  return {
    suite: 'bytes',
    tables: [
      {
        title: `A session of ${STEPS} actions on the demonstration shop (bytes of all upload bodies, gzipped)`,
        of: 'recorder',
        columns: [
          { title: 'bytes', unit: 'bytes' },
          { title: 'per action', unit: 'bytes' },
          { title: 'uploads', unit: 'count' },
          { title: 'ours/theirs', unit: 'ratio' },
          { title: 'theirs/ours', unit: 'ratio' },
        ],
        rows: tools.map(({ name }) => ({
          name,
          figures: [
            bytes(name),
            bytes(name) / STEPS,
            of(name, (session) => session.uploads),
            bytes('Shoptrace') / bytes(name),
            bytes(name) / bytes('Shoptrace'),
          ],
        })),
        notes: [
          'The same script on the same shop for everyone. What came uncompressed is gzipped here. Shoptrace: the extension as it ships,',
          'to a real collector, all 40 actions arrived. rrweb and Sentry are asked to send before every step; PostHog and Clarity send as',
          'they like, and what they lose at a navigation is not in their figure.',
        ],
      },
    ],
    goals: [
      {
        text: 'uploaded bytes / rrweb',
        limit: 1 / 30,
        is: 'at most',
        unit: 'ratio',
        measured: bytes('Shoptrace') / bytes('rrweb'),
      },
    ],
    detail: sessions,
  }
}
