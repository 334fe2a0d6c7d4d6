import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { printGoals, printTable, type SuiteReport } from './figures/report.ts'
import { type BenchOptions, parseOptions, type SuiteName } from './parseOptions.ts'
import { say } from './say.ts'
import { runBytesSuite } from './suites/bytes/runBytesSuite.ts'
import { runPageSuite } from './suites/page/runPageSuite.ts'
import { runPrivacySuite } from './suites/privacy/runPrivacySuite.ts'
import { runRecordSuite } from './suites/runRecordSuite.ts'
import { runStormSuite } from './suites/runStormSuite.ts'

const RUN: Record<SuiteName, (options: BenchOptions) => Promise<SuiteReport>> = {
  page: runPageSuite,
  record: runRecordSuite,
  bytes: runBytesSuite,
  storm: runStormSuite,
  privacy: runPrivacySuite,
}

const options = parseOptions(process.argv.slice(2))
const reports: SuiteReport[] = []
for (const suite of options.suites) {
  try {
    const report = await RUN[suite](options)
    reports.push(report)
    for (const table of report.tables) console.log(printTable(table))
  } catch (error) {
    // The other suites still tell something.
    say(`The suite "${suite}" failed. ${error instanceof Error ? error.stack : error}`)
    process.exitCode = 1
  }
}
console.log(printGoals(reports.flatMap((report) => report.goals)))
if (options.json) {
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version }
  writeFileSync(options.json, `${JSON.stringify({ machine, runs: options.runs, suites: reports }, null, 1)}\n`)
  say(`Every measurement is in ${options.json}.`)
}
