import { join } from 'node:path'
import type { Command } from 'commander'
import { printComparison } from '../demo/printComparison.ts'
import { runDemo } from '../demo/runDemo.ts'
import { parseCount } from './parseCount.ts'
import { parsePort } from './parsePort.ts'
import { readStudy } from './readStudy.ts'
import { untilStopped } from './untilStopped.ts'

interface Options {
  headless?: boolean
  script?: boolean
  steps: number
  out: string
  port: number
  seed: number
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

async function demo(options: Options): Promise<void> {
  const mode = options.headless ? 'headless' : hasDisplay() && !options.script ? 'person' : 'window'
  const study = readStudy(join(import.meta.dirname, '../../studies/demo.json'))
  const result = await runDemo({
    study,
    out: options.out,
    steps: options.steps,
    seed: options.seed,
    mode,
    port: options.port,
    say: (line) => console.log(line),
    stopped: (context) => untilStopped(context.waitForEvent('close', { timeout: 0 })),
  })
  await printComparison(options.out, study.predictors[0] ?? 'ranker', (line) => console.log(line))
  console.log(
    `\nThe dataset is in ${options.out}: ${result.sessions} sessions, ${result.steps} steps, ${result.predictions} predictions.`,
  )
  if (result.picture) console.log(`The picture is ${result.picture}`)
  if (result.waiting > 0) throw new Error(`${result.waiting} items did not reach the collector: ${result.problem}`)
}

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('the whole loop on this machine: a shop, a collector, a browser that records and predicts')
    .option('--headless', 'a scripted shopper, without a window')
    .option('--script', 'a scripted shopper, even where a person could shop')
    .option('--steps <n>', 'steps of the scripted shopper', parseCount, 24)
    .option('--seed <n>', 'seed of the scripted shopper', parseCount, 1)
    .option('--out <dir>', 'where the dataset and the picture go', join('.shoptrace', 'demo'))
    .option('--port <port>', "the shop's port", parsePort, 7411)
    .action(demo)
}
