import { rmSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import type { StepRow } from '../../schemas/index.ts'
import { type EvaluateOptions, evaluateDataset } from '../../src/evaluate/evaluateDataset.ts'
import type { EvaluationReport, PredictorReport } from '../../src/evaluate/report.ts'
import { createPredictor } from '../../src/predict/createPredictor.ts'
import type { Predictor } from '../../src/predict/port.ts'
import { FAKE_KEY, startFakeAnthropic } from '../support/fakeAnthropic.ts'
import { simulateShopper } from '../support/simulateShopper.ts'
import { writeDataset } from '../support/writeDataset.ts'

// Seconds of work on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const shoppers = (count: number, sessions = 4): StepRow[] =>
  Array.from({ length: count }, (_, index) => simulateShopper({ seed: index + 1, sessions, noise: 0.15 })).flat()

function evaluate(rows: readonly StepRow[], options: Partial<EvaluateOptions> = {}): Promise<EvaluationReport> {
  const dir = writeDataset(rows)
  folders.push(dir)
  let time = 0
  return evaluateDataset({
    dir,
    predictors: ['ranker'],
    createPredictor,
    seed: 1,
    signal: new AbortController().signal,
    clock: () => time++,
    ...options,
  })
}

function of(report: EvaluationReport, id: string): PredictorReport {
  const found = report.predictors.find((predictor) => predictor.id === id)
  if (!found) throw new Error(`no report on ${id}`)
  return found
}

const exact = (report: EvaluationReport, id = 'ranker') => of(report, id).all_steps.exact_match

test('the trivial baselines stand beside every figure, and the ranker beats them on regular shoppers', async () => {
  const rows = shoppers(6, 8)
  const report = await evaluate(rows)
  expect(report.predictors.map(({ id, asked_for }) => [id, asked_for])).toEqual([
    ['ranker', true],
    ['most-frequent', false],
    ['terminate', false],
  ])
  expect(report.counts).toEqual({ participants: 6, sessions: 48, steps: rows.length, predictable_steps: rows.length })
  const [ranker, mostFrequent, terminate] = ['ranker', 'most-frequent', 'terminate'].map((id) => exact(report, id))
  expect(ranker?.low).toBeGreaterThan(mostFrequent?.high as number)
  expect(ranker?.low).toBeGreaterThan(terminate?.high as number)
})

test('always answering terminate scores what it must', async () => {
  const rows = shoppers(3)
  const { all_steps, without_first_steps, outcome } = of(
    await evaluate(rows, { predictors: ['terminate'] }),
    'terminate',
  )
  const ends = rows.filter(({ action }) => action.type === 'terminate').length
  expect(all_steps.exact_match.value).toBeCloseTo(ends / rows.length, 12)
  expect(all_steps.steps).toBe(rows.length)
  expect(without_first_steps.steps).toBe(rows.length - 12)
  expect(without_first_steps.exact_match.value).toBeCloseTo(ends / (rows.length - 12), 12)
  const bought = new Set(
    rows
      .filter(({ action }) => 'name' in action && action.name === 'summary.checkout')
      .map(({ session_id }) => session_id),
  )
  expect(outcome.sessions).toBe(12)
  expect(outcome.accuracy.value).toBeCloseTo((12 - bought.size) / 12, 12)
  expect(outcome.purchase_f1.value).toBe(0)
})

test('each participant is predicted by a predictor that begins anew', async () => {
  const [a, b] = [1, 2].map((seed) => simulateShopper({ seed, sessions: 3, noise: 0.15 })) as [StepRow[], StepRow[]]
  const [together, first, second] = await Promise.all([[...a, ...b], a, b].map((rows) => evaluate(rows)))
  const hits = (report: EvaluationReport | undefined, rows: StepRow[]) =>
    Math.round(((report && exact(report).value) ?? 0) * rows.length)
  expect(hits(together, [...a, ...b])).toBe(hits(first, a) + hits(second, b))
})

test('with one participant there are figures, and it is said why there is no interval', async () => {
  const report = await evaluate(shoppers(1))
  expect(exact(report)).toEqual({
    value: expect.any(Number),
    low: null,
    high: null,
    note: 'no interval: needs at least 2 participants, there is 1',
  })
})

test('the same dataset and seed give the same report', async () => {
  expect(await evaluate(shoppers(3))).toEqual(await evaluate(shoppers(3)))
})

/** Answers terminate, but fails on every third page. */
function createFlaky(id: string): Predictor {
  if (id !== 'flaky') return createPredictor(id)
  const terminate = createPredictor('terminate')
  let asked = 0
  return {
    id,
    version: '1',
    learnedFrom: 0,
    async predict(situation, signal) {
      if (++asked % 3 === 0) throw new Error('The service is tired. Let it rest.')
      return terminate.predict(situation, signal)
    },
  }
}

test('a failed prediction is counted, shown and scored as a miss', async () => {
  const rows = shoppers(2)
  const report = await evaluate(rows, { predictors: ['flaky'], createPredictor: createFlaky })
  const flaky = of(report, 'flaky')
  const failures = [1, 2].map((seed) => Math.floor(simulateShopper({ seed, sessions: 4, noise: 0.15 }).length / 3))
  expect(flaky.errors).toBe((failures[0] as number) + (failures[1] as number))
  expect(flaky.error_messages).toEqual({ 'The service is tired. Let it rest.': flaky.errors })
  expect(flaky.all_steps.steps).toBe(rows.length)
  expect(flaky.all_steps.exact_match.value).toBeLessThan(exact(report, 'terminate').value as number)
})

test('a predictor that never answers is given up, with its reason', async () => {
  let asked = 0
  const createBroken = (id: string): Predictor => ({
    ...createPredictor('terminate'),
    id,
    predict: async () => {
      asked++
      throw new Error('The key was refused.')
    },
  })
  await expect(evaluate(shoppers(2), { predictors: ['broken'], createPredictor: createBroken })).rejects.toThrow(
    'broken failed on each of its first 5 steps: The key was refused.',
  )
  expect(asked).toBe(5)
})

test('nobody is asked on a page that names nothing, but the step counts as history', async () => {
  const rows = shoppers(2)
  const blank = rows.map((row, index) => {
    if (index === 3) return { ...row, observation: null }
    return index === 5 && row.observation ? { ...row, observation: { ...row.observation, context: '' } } : row
  })
  const { counts, predictors } = await evaluate(blank)
  expect(counts).toMatchObject({ steps: rows.length, predictable_steps: rows.length - 2 })
  for (const predictor of predictors) expect(predictor.all_steps.steps).toBe(rows.length - 2)
})

test('only the kinds asked for, and the first sessions of each', async () => {
  const rows = shoppers(3).map((row, _, all) => ({
    ...row,
    participant_kind: row.participant_id === all[0]?.participant_id ? ('participant' as const) : ('test' as const),
  }))
  expect((await evaluate(rows, { kinds: ['test'] })).counts).toMatchObject({ participants: 2, sessions: 8 })
  expect((await evaluate(rows, { limit: 2 })).counts).toMatchObject({ participants: 3, sessions: 6 })
  await expect(evaluate(rows, { kinds: ['synthetic'] })).rejects.toThrow(/no steps to evaluate/)
})

test('progress is told step by step', async () => {
  const rows = shoppers(2)
  const told: string[] = []
  await evaluate(rows, { onProgress: ({ predictor, steps }) => told.push(`${predictor} ${steps}`) })
  expect(told).toHaveLength(3 * rows.length)
  expect(told.at(-1)).toBe(`terminate ${rows.length}`)
})

test('Claude is evaluated through the same port: tokens, cost, and names not on the page', async () => {
  const server = await startFakeAnthropic((_, index) => {
    const name = index % 2 === 0 ? 'not.there' : 'nav_bar.search_input'
    const type = index % 2 === 0 ? 'click' : 'type_and_submit'
    const candidates = [
      { action: { type, name, text: 'x' }, probability: 0.5 },
      { action: { type: 'terminate', name: '', text: '' }, probability: 0.3 },
    ]
    return index === 4 ? { status: 400, message: 'odd' } : { text: JSON.stringify({ rationale: '', candidates }) }
  })
  try {
    const rows = shoppers(2, 2)
    const id = 'claude:claude-haiku-5-5'
    const deps = { apiKey: FAKE_KEY, baseURL: server.url, maxRetries: 0 }
    const report = await evaluate(rows, { predictors: [id], createPredictor: (name) => createPredictor(name, deps) })
    const claude = of(report, id)
    expect(server.requests).toHaveLength(rows.length)
    expect(claude.errors).toBe(1)
    expect(claude.dropped_candidates).toBe(Math.ceil(rows.length / 2) - 1)
    expect(claude.tokens?.cache_read_input_tokens).toBeGreaterThan(1000)
    expect(claude.cost_usd).toBeGreaterThan(0)
    expect(of(report, 'terminate')).toMatchObject({ tokens: null, cost_usd: null })
  } finally {
    await server.close()
  }
})

test('a missing key is told before anything is run', async () => {
  const told: unknown[] = []
  const options = { predictors: ['ranker', 'claude:claude-haiku-5-5'], onProgress: () => told.push(1) }
  await expect(evaluate(shoppers(1), options)).rejects.toThrow(/needs an Anthropic API key.*ANTHROPIC_API_KEY/)
  expect(told).toEqual([])
})

test('an abort stops it', async () => {
  const abort = new AbortController()
  const onProgress = ({ steps }: { steps: number }) => {
    if (steps === 3) abort.abort(new Error('Stopped.'))
  }
  await expect(evaluate(shoppers(1), { signal: abort.signal, onProgress })).rejects.toThrow('Stopped.')
})
