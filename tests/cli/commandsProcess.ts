/** The commands of the collector and the dataset as a process: `node commandsProcess.ts collect --study …`. */
import { Command } from 'commander'
import { registerCollect } from '../../src/cli/collect.ts'
import { registerExport } from '../../src/cli/export.ts'
import { registerStudyCheck } from '../../src/cli/studyCheck.ts'

const program = new Command('shoptrace')
for (const register of [registerCollect, registerExport, registerStudyCheck]) register(program)
await program.parseAsync().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
