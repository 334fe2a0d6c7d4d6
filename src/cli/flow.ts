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

async function writeFlows({ data, out, session }: Options): Promise<void> {
  const sessions = new Map<string, StepRow[]>()
  for await (const row of (await readDataset(data)).steps()) {
    if (session && row.session_id !== session) continue
    const rows = sessions.get(row.session_id) ?? []
    sessions.set(row.session_id, [...rows, row])
  }
  if (sessions.size === 0) throw new Error(session ? `${data} has no session ${session}.` : `${data} has no sessions.`)
  mkdirSync(out, { recursive: true })
  for (const [id, rows] of sessions) {
    const { flow, unresolved } = userFlow(rows, `Shoptrace session ${id}`)
    const file = join(out, `${id}.json`)
    writeFileSync(file, `${JSON.stringify(flow, null, 2)}\n`)
    const missing = unresolved.length > 0 ? `; steps ${unresolved.join(', ')} name nothing that can be found again` : ''
    console.log(`${file}: ${flow.steps.length} steps${missing}`)
  }
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
