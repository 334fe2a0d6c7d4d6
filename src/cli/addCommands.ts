import type { Command } from 'commander'
import { registerCollect } from './collect.ts'
import { registerDemo } from './demo.ts'
import { registerEvaluate } from './evaluate.ts'
import { registerExport } from './export.ts'
import { registerFlow } from './flow.ts'
import { registerPage } from './page.ts'
import { registerPilot } from './pilot.ts'
import { registerPrivacyReport } from './privacyReport.ts'
import { registerReceipt } from './receipt.ts'
import { registerRecipe } from './recipe.ts'
import { registerStudyCheck } from './studyCheck.ts'

/** Adds every command of the command line. */
export function addCommands(program: Command): Command {
  for (const register of [
    registerStudyCheck,
    registerPilot,
    registerCollect,
    registerExport,
    registerEvaluate,
    registerFlow,
    registerPrivacyReport,
    registerReceipt,
    registerRecipe,
    registerPage,
    registerDemo,
  ]) {
    register(program)
  }
  return program
}
