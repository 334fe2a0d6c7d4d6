import { join } from 'node:path'
import type { Command } from 'commander'
import { openPilot } from '../pilot/openPilot.ts'
import { parsePort } from './parsePort.ts'
import { readStudy } from './readStudy.ts'
import { untilStopped } from './untilStopped.ts'

interface Options {
  study: string
  url?: string
  headless?: boolean
  cdpPort?: number
  data?: string
}

/** The first page of the study's first shop that can be guessed from its match pattern. */
const firstPage = (pattern: string): string =>
  pattern.replace(/^\*:/, 'https:').replace('://*.', '://www.').replace(/\*.*$/, '')

async function runPilot(options: Options): Promise<void> {
  const study = readStudy(options.study)
  const data = options.data ?? join('.shoptrace', `pilot-${study.id}`)
  const pilot = await openPilot({
    study,
    data,
    headless: options.headless ?? false,
    kind: 'test',
    ...(options.cdpPort === undefined ? {} : { cdpPort: options.cdpPort }),
    ...(options.headless ? {} : { viewport: null }),
  })
  const url = options.url ?? firstPage(study.shops[0]?.matches[0] ?? 'about:blank')
  const page = pilot.context.pages()[0] ?? (await pilot.context.newPage())
  await page
    .goto(url)
    .catch((error: Error) => console.error(`${url} could not be opened: ${error.message.split('\n')[0]}`))
  console.log(`Piloting "${study.title}" at ${url}. Everything is recorded as test data.`)
  if (options.cdpPort !== undefined) console.log(`Drivers attach at http://127.0.0.1:${options.cdpPort}`)
  console.log('Ready. Shop, then press Ctrl-C.')
  await untilStopped(pilot.context.waitForEvent('close', { timeout: 0 }))
  console.log('Sending what is left …')
  const result = await pilot.finish()
  console.log(
    `${result.sessions} sessions, ${result.steps} steps, ${result.predictions} predictions written to ${data}`,
  )
  if (result.quarantined > 0) {
    console.error(`${result.quarantined} items were set aside because they can never be sent. Please report this.`)
    process.exitCode = 1
  }
  if (result.waiting > 0) {
    console.error(
      `${result.waiting} items were not sent: ${result.problem}. They are safe in ${data}; run the pilot again.`,
    )
    process.exitCode = 1
  }
}

export function registerPilot(program: Command): void {
  program
    .command('pilot')
    .description('try a study before recruiting: a collector, and a Chromium joined as a test participant')
    .requiredOption('--study <file>', 'the study file')
    .option('--url <url>', "page to open first (default: the study's first shop)")
    .option('--headless', 'without a window')
    .option('--cdp-port <port>', 'let a driver attach here (Chrome DevTools Protocol)', parsePort)
    .option('--data <dir>', 'where the dataset goes (default: .shoptrace/pilot-ID)')
    .action(runPilot)
}
