import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { makePrivacyReport, type PrivacyReport } from '../report/makePrivacyReport.ts'
import { renderPrivacyReport } from '../report/renderPrivacyReport.ts'

interface Options {
  data: string
  out: string
  json?: string
  strict?: boolean
}

/** Exit code where something slipped by: no error of the command's own. */
const SLIPPED = 2

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

function say({ fields, blanks, scan, persona }: PrivacyReport, out: string): void {
  const { rule, ...possible } = scan.counts
  const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
  console.log(
    `${fields.length} fields, ${total(blanks.map(({ count }) => count))} blanks, ${scan.texts} texts looked at.`,
  )
  console.log(`Slipped by the rules: ${rule}. Possible, to be looked at: ${total(Object.values(possible))}.`)
  if (persona[0])
    console.log(`Alone with their answers: ${persona[0].alone} of ${persona[0].people} (k = ${persona[0].k}).`)
  console.log(`The report is in ${out}.`)
}

async function runPrivacyReport({ data, out, json, strict = false }: Options): Promise<void> {
  const report = await makePrivacyReport(data)
  const manifest = JSON.parse(await readFile(join(data, 'dataset.json'), 'utf8')) as { study?: { title?: string } }
  const title = manifest.study?.title ?? 'Dataset'
  await write(out, renderPrivacyReport(report, { title, dataset: basename(resolve(data)) }))
  if (json) await write(json, `${JSON.stringify(report, null, 2)}\n`)
  say(report, out)
  const { counts } = report.scan
  if (counts.rule > 0 || (strict && Object.values(counts).some((count) => count > 0))) process.exitCode = SLIPPED
}

export function registerPrivacyReport(program: Command): void {
  program
    .command('privacy-report')
    .description('what a dataset holds, what was blanked, what may have slipped by, and how well participants hide')
    .requiredOption('--data <folder>', 'a dataset, as "shoptrace export" writes it')
    .requiredOption('--out <file>', 'where the report goes: one HTML page')
    .option('--json <file>', 'write it as JSON too')
    .option('--strict', 'end with exit code 2 also where something is only possible')
    .addHelpText('after', '\nExit code: 0; 2 where a rule still finds something; 1 for an error.')
    .action(runPrivacyReport)
}
