import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { StepRow } from '../../schemas/index.ts'
import { readDataset } from '../dataset/readDataset.ts'
import { userFlow } from '../dataset/userFlow.ts'

interface Options {
  data: string
  out: string
  session?: string
}

/** The steps of one session at a time: a dataset has them side by side. */
async function* readSessions(data: string): AsyncGenerator<StepRow[]> {
  let rows: StepRow[] = []
  for await (const row of (await readDataset(data)).steps()) {
    if (rows.length > 0 && rows[0]?.session_id !== row.session_id) {
      yield rows
      rows = []
    }
    rows.push(row)
  }
  if (rows.length > 0) yield rows
}

async function writeFlows({ data, out, session }: Options): Promise<void> {
  let written = 0
  for await (const rows of readSessions(data)) {
    const id = rows[0]?.session_id ?? ''
    if (session && id !== session) continue
    const { flow, left_out } = userFlow(rows, `Shoptrace session ${id}`)
    const file = join(out, `${id}.json`)
    mkdirSync(out, { recursive: true })
    writeFileSync(file, `${JSON.stringify(flow, null, 2)}\n`)
    written += 1
    console.log(`${file}: ${flow.steps.length} steps`)
    for (const { step_index, why } of left_out) console.error(`${file}: step ${step_index}: ${why}`)
  }
  if (written === 0) throw new Error(session ? `${data} has no session ${session}.` : `${data} has no sessions.`)
}

export function registerFlow(program: Command): void {
  program
    .command('flow')
    .description('write sessions as user flows for the DevTools Recorder and @puppeteer/replay')
    .requiredOption('--data <dir>', 'the dataset')
    .requiredOption('--out <dir>', 'where the flows go, one file a session')
    .option('--session <id>', 'this session only')
    .action(writeFlows)
}
