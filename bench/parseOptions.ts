import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'

export const SUITES = ['page', 'record', 'bytes', 'storm', 'privacy'] as const
export type SuiteName = (typeof SUITES)[number]

export interface BenchOptions {
  suites: SuiteName[]
  /** How often everything is measured; figures are medians over them. */
  runs: number
  /** File to write every measurement to; null for none. */
  json: string | null
  /** Folder of saved shop pages. */
  pages: string
  /** Only saved pages whose file name contains this. */
  only: string
  /** Only recorders whose name contains this, in any case; where a suite compares them one by one. */
  tool: string
}

function count(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return value
}

/** Reads the command line. Prints what is wrong and ends the process, as commander does, unless told to throw. */
export function parseOptions(argv: readonly string[], throws = false): BenchOptions {
  const command = new Command('npm run bench --')
    .description('Measures Shoptrace side by side with rrweb, PostHog, Sentry Replay and Clarity, in one run.')
    .addOption(new Option('--suite <name...>', 'what to measure; all where left out').choices(SUITES))
    .addOption(new Option('--runs <n>', 'how often; figures are medians').argParser(count).default(1))
    .option('--json <file>', 'write every measurement to this file')
    .option('--pages <dir>', 'folder of saved shop pages', join('..', 'shared', 'pages'))
    .option('--only <text>', 'only saved pages whose file name contains this', '')
    .option('--tool <text>', 'all but page: only recorders whose name contains this, as shoptrace or rrweb', '')
  if (throws) command.exitOverride().configureOutput({ writeErr: () => {} })
  const options = command.parse([...argv], { from: 'user' }).opts()
  const wanted = new Set<string>(options.suite ?? SUITES)
  return {
    suites: SUITES.filter((suite) => wanted.has(suite)),
    runs: options.runs,
    json: options.json ?? null,
    pages: options.pages,
    only: options.only,
    tool: options.tool,
  }
}
