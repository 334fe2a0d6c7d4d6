import { type Command, Option } from 'commander'
import { type ParticipantKind, participantKind } from '../../schemas/index.ts'
import { openStore } from '../collector/store/openStore.ts'
import { exportDataset } from '../dataset/exportDataset.ts'

interface Options {
  store: string
  out: string
  kind?: ParticipantKind[]
  force?: boolean
}

async function runExport({ store: address, out, kind, force = false }: Options): Promise<void> {
  const store = await openStore(address, { create: false })
  try {
    const counts = await exportDataset({ store, out, force, ...(kind ? { kinds: kind } : {}) })
    console.log(
      `${counts.participants} participants, ${counts.sessions} sessions, ${counts.steps} steps, ${counts.predictions} predictions written to ${out}`,
    )
  } finally {
    await store.close()
  }
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write a store as a dataset: JSON lines, and a README that explains every column')
    .requiredOption('--store <address>', 'where the data is: sqlite:PATH')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .addOption(new Option('--kind <kind...>', 'whose data (default: everyone)').choices([...participantKind.options]))
    .option('--force', 'replace a dataset in the folder')
    .action(runExport)
}
