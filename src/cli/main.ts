import { Command } from 'commander'
import { registerCollect } from './collect.ts'
import { registerDemo } from './demo.ts'
import { registerEvaluate } from './evaluate.ts'
import { registerExport } from './export.ts'
import { registerFlow } from './flow.ts'
import { registerPage } from './page.ts'
import { registerPilot } from './pilot.ts'
import { registerStudyCheck } from './studyCheck.ts'

const program = new Command('shoptrace')
  .description('Records consented online shopping, and measures how well a model predicts the next action.')
  .showHelpAfterError()

for (const register of [
  registerStudyCheck,
  registerPilot,
  registerCollect,
  registerExport,
  registerEvaluate,
  registerFlow,
  registerPage,
  registerDemo,
]) {
  register(program)
}

try {
  await program.parseAsync()
} catch (error) {
  console.error(`shoptrace: ${error instanceof Error ? error.message : error}`)
  if (process.env.SHOPTRACE_DEBUG) console.error(error)
  process.exitCode = 1
}
