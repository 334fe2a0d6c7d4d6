import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { registerEvaluate } from '../../src/cli/evaluate.ts'
import type { EvaluationReport } from '../../src/evaluate/report.ts'
import { simulateShopper } from '../support/simulateShopper.ts'
import { writeDataset } from '../support/writeDataset.ts'

// Seconds of work on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let data: string
let out: string
let printed: string

beforeEach(() => {
  data = writeDataset([1, 2].flatMap((seed) => simulateShopper({ seed, sessions: 3, noise: 0.1 })))
  out = mkdtempSync(join(tmpdir(), 'shoptrace-report-'))
  printed = ''
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    printed += `${line}\n`
  })
  vi.stubEnv('ANTHROPIC_API_KEY', '')
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  for (const folder of [data, out]) rmSync(folder, { recursive: true })
})

function run(...args: string[]): Promise<Command> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  registerEvaluate(program)
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} })
  return program.parseAsync(['evaluate', ...args], { from: 'user' })
}

test('prints a table with a column per predictor, and writes the report', async () => {
  const json = join(out, 'new', 'report.json')
  await run('--data', data, '--predictor', 'ranker', '--predictor', 'terminate', '--json', json)
  const lines = printed.split('\n')
  expect(lines[0]).toMatch(/^Study .*: 2 participants, 6 sessions, \d+ steps, \d+ of them on pages/)
  expect(lines[3]).toMatch(/^ +ranker +terminate +most-frequent \(baseline\)$/)
  expect(printed).toMatch(/^exact match +\d+\.\d \[\d+\.\d, \d+\.\d\] /m)
  expect(printed).toMatch(/begins anew with each participant/)
  const report = JSON.parse(readFileSync(json, 'utf8')) as EvaluationReport
  expect(report.predictors.map(({ id }) => id)).toEqual(['ranker', 'terminate', 'most-frequent'])
})

test.each<[string, string[], RegExp]>([
  ['a missing key', ['--predictor', 'claude:claude-haiku-5-5'], /Set the environment variable ANTHROPIC_API_KEY/],
  ['an unknown predictor', ['--predictor', 'rankr'], /must be ranker, most-frequent, terminate or claude:MODEL/],
  ['no predictor', [], /--predictor/],
  ['an unknown kind', ['--predictor', 'ranker', '--kind', 'robot'], /Allowed choices are participant, test, synthetic/],
])('%s is explained', async (_, args, message) => {
  await expect(run('--data', data, ...args)).rejects.toThrow(message)
})

test('a folder that is no dataset is explained', async () => {
  await expect(run('--data', out, '--predictor', 'ranker')).rejects.toThrow(/is no dataset.*shoptrace export/)
})
