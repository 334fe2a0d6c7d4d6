import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { study } from '../../schemas/index.ts'
import { exportDataset } from '../../src/dataset/exportDataset.ts'
import { readDataset } from '../../src/dataset/readDataset.ts'
import { click, participant, terminate } from './trace.ts'

async function exported() {
  const home = mkdtempSync(join(tmpdir(), 'shoptrace-test-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const lamps = study.parse(JSON.parse(readFileSync('tests/fixtures/schemas/v1/study.json', 'utf8'))[0])
  const store = {
    studies: async () => [lamps],
    participants: async function* () {
      yield participant
    },
    items: async function* () {
      yield* [click(1, 0), click(2, 1), terminate(3, 2)]
    },
  }
  const out = join(home, 'out')
  await exportDataset({ store, out })
  const steps = async () => Array.fromAsync((await readDataset(out)).steps())
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(out, file), edit(readFileSync(join(out, file), 'utf8')))
  return { out, steps, change }
}

test.each([
  ['a line that is no JSON', (text: string) => text.replace('\n{', '\n['), /^steps\.jsonl line 2 is not JSON/],
  [
    'a row without a column',
    (text: string) => text.replace(/"tab":0,/, ''),
    /^steps\.jsonl line 1 is not a row.*: tab: /,
  ],
  [
    'a row of another version',
    (text: string) => text.replace(/(\n[^\n]*"schema_version":)1/, '$12'),
    /^steps\.jsonl line 2 .*schema_version/,
  ],
  ['an empty line', (text: string) => `${text}\n`, /^steps\.jsonl line 4 is not JSON/],
  ['a row cut short', (text: string) => text.slice(0, -20), /^steps\.jsonl line 3 is not JSON/],
  [
    'a row too few',
    (text: string) => text.slice(0, text.indexOf('\n') + 1),
    /^steps\.jsonl has 1 rows, but dataset\.json says 3/,
  ],
])('%s is named', async (_, edit, message) => {
  const { steps, change } = await exported()
  change('steps.jsonl', edit)
  await expect(steps()).rejects.toThrow(message)
})

test('rows before a corrupt one are still read', async () => {
  const { out, change } = await exported()
  change('steps.jsonl', (text) => text.replace('\n{', '\n['))
  const read: number[] = []
  const reading = async () => {
    for await (const { step_index } of (await readDataset(out)).steps()) read.push(step_index)
  }
  await expect(reading()).rejects.toThrow('line 2')
  expect(read).toEqual([0])
})

test('a last line without a newline is a row', async () => {
  const { steps, change } = await exported()
  change('steps.jsonl', (text) => text.trimEnd())
  expect(await steps()).toHaveLength(3)
})

test('a folder that is no dataset is named, with what to do', async () => {
  const { out, change } = await exported()
  await expect(readDataset(join(out, 'nowhere'))).rejects.toThrow(/is no dataset.*shoptrace export/)
  change('dataset.json', (text) => text.replace('"schema_version": 1', '"schema_version": 2'))
  await expect(readDataset(out)).rejects.toThrow(/dataset\.json cannot be read.*update Shoptrace/)
  appendFileSync(join(out, 'dataset.json'), 'x')
  await expect(readDataset(out)).rejects.toThrow(/dataset\.json cannot be read/)
})
