import { Command } from 'commander'
import { addCommands } from './addCommands.ts'

const program = addCommands(new Command('shoptrace'))
  .description('Records consented online shopping, and measures how well a model predicts the next action.')
  .showHelpAfterError()

try {
  await program.parseAsync()
} catch (error) {
  console.error(`shoptrace: ${error instanceof Error ? error.message : error}`)
  if (process.env.SHOPTRACE_DEBUG) console.error(error)
  process.exitCode = 1
}
