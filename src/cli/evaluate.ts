import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type ParticipantKind, participantKind, predictorId } from '../../schemas/index.ts'
import { evaluateDataset } from '../evaluate/evaluateDataset.ts'
import { formatReport } from '../evaluate/formatReport.ts'
import { createPredictor } from '../predict/createPredictor.ts'
import { parseCount } from './parseCount.ts'

interface Options {
  data: string
  predictor: string[]
  json?: string
  kind?: ParticipantKind[]
  limit?: number
  seed: number
}

/** An LLM evaluation waits where a shopper would not. */
const PATIENT = { timeout: 60_000, maxRetries: 4 }

function parsePredictors(id: string, before: string[] = []): string[] {
  const parsed = predictorId.safeParse(id)
  if (!parsed.success) throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? 'is no predictor.')
  return [...before, id]
}

function showProgress({ predictor, steps, errors }: { predictor: string; steps: number; errors: number }): void {
  if (process.stderr.isTTY && steps % 10 === 0)
    process.stderr.write(`\r\x1b[K${predictor}: ${steps} steps${errors > 0 ? `, ${errors} failed` : ''}`)
}

async function runEvaluate({ data, predictor, json, kind, limit, seed }: Options): Promise<void> {
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort(new Error('Stopped. Nothing was written.')))
  const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseURL } = process.env
  const deps = { ...PATIENT, ...(apiKey ? { apiKey } : {}), ...(baseURL ? { baseURL } : {}) }
  const report = await evaluateDataset({
    dir: data,
    predictors: predictor,
    createPredictor: (id) => createPredictor(id, deps),
    seed,
    signal: stopped.signal,
    clock: () => performance.now(),
    onProgress: showProgress,
    ...(kind ? { kinds: kind } : {}),
    ...(limit === undefined ? {} : { limit }),
  })
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  console.log(formatReport(report))
  if (json) {
    await mkdir(dirname(json), { recursive: true })
    await writeFile(json, `${JSON.stringify(report, null, 2)}\n`)
  }
}

export function registerEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('how well predictors predict a dataset, beside trivial baselines, with intervals')
    .requiredOption('--data <folder>', 'a dataset, as "shoptrace export" writes it')
    .requiredOption(
      '--predictor <id>',
      'ranker, most-frequent, terminate or claude:MODEL (needs ANTHROPIC_API_KEY); may be given several times',
      parsePredictors,
    )
    .option('--json <file>', 'write the whole report here too')
    .addOption(new Option('--kind <kind...>', 'whose steps (default: everyone)').choices([...participantKind.options]))
    .option('--limit <n>', "only each participant's first n sessions", parseCount)
    .option('--seed <n>', 'seed of the bootstrap', parseCount, 1)
    .action(runEvaluate)
}
