import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import {
  type Candidate,
  type CapturedObservation,
  type Observation,
  prediction as predictionSchema,
} from '../../schemas/index.ts'
import { openBuffer, type TraceBuffer } from '../../src/buffer/openBuffer.ts'
import type { Predictor, Ranking } from '../../src/predict/port.ts'
import { createLivePrediction } from '../../src/worker/livePrediction.ts'

let buffer: TraceBuffer
let ids = 0
const makeId = (): string => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`
const DOCUMENT = makeId()

const page = (title: string): CapturedObservation => ({
  url: 'https://shop.example/',
  title,
  page_type: 'home',
  language: 'en',
  context: `<main name="main"><a name="tents">${title}</a></main>`,
  recipe: null,
})

const TENTS: Candidate = { action: { type: 'click', name: 'main.tents' }, probability: 0.7 }

function predictor(id: string, predict: (signal: AbortSignal) => Promise<Ranking>): Predictor & { learned: string[] } {
  const learned: string[] = []
  return {
    id,
    version: '1',
    get learnedFrom() {
      return learned.length
    },
    learned,
    predict: (_, signal) => predict(signal),
    learn: (_, action) => learned.push(action.type),
  }
}

const quick = () => predictor('ranker', async () => ({ candidates: [TENTS], rationale: null, usage: null }))

function live(local: Predictor[], remote: Predictor[] = []) {
  return createLivePrediction({
    store: buffer,
    local,
    remote,
    visibility: 'open',
    settle_ms: 0,
    clock: () => 0,
    makeId,
    scrub: (draft) => draft,
    onLearned: async () => {},
    onCommitted: () => {},
  })
}

let observations = 0
async function see(title: string) {
  const captured = page(title)
  const stored = await buffer.putObservation({
    document_id: DOCUMENT,
    observation_no: observations++,
    tab_id: 1,
    captured,
  })
  const observation: Observation = { schema_version: 1, observation_id: stored.observation_id, ...captured }
  return { stored, observation }
}

let actions = 0
const click = () =>
  buffer.putAction({
    tab_id: 1,
    captured: {
      action_id: makeId(),
      timestamp: Date.now(),
      document_id: DOCUMENT,
      document_seq: actions++,
      observation_no: observations - 1,
      type: 'click',
      name: 'main.tents',
      click_type: 'nav_bar',
      role: 'link',
      text: 'Tents',
    },
  })

beforeEach(async () => {
  buffer = await openBuffer({ name: makeId() })
})

test('the prediction for a page is stored before the action on it, and the next one after', async () => {
  const ranker = quick()
  const prediction = live([ranker])
  const { stored, observation } = await see('One')
  await prediction.observed(stored, observation)
  const { seq, action } = await click()
  await prediction.acted(action, observation)

  const [before] = await buffer.predictionsFor(action.session_id, 0)
  expect(before?.seq).toBeLessThan(seq)
  expect(before?.prediction).toMatchObject({ predictor: 'ranker', learned_from: 0, candidates: [TENTS] })
  expect(predictionSchema.safeParse(before?.prediction).error).toBeUndefined()
  const [after] = await buffer.predictionsFor(action.session_id, 1)
  expect(after?.seq).toBeGreaterThan(seq)
  expect(after?.prediction.learned_from).toBe(1)
})

test('the same answer on the same page is stored once', async () => {
  const prediction = live([quick()])
  const { stored, observation } = await see('One')
  await prediction.observed(stored, observation)
  await prediction.observed(stored, observation)
  expect(await buffer.predictionsFor(stored.session_id, 0)).toHaveLength(1)
})

test('a slow answer that comes after the action is never stored, and its request is aborted', async () => {
  let answer: (ranking: Ranking) => void = () => {}
  let asked: AbortSignal | null = null
  const begun = Promise.withResolvers<void>()
  const model = predictor('claude:test', (signal) => {
    asked = signal
    begun.resolve()
    return new Promise((resolve) => {
      answer = resolve
    })
  })
  const prediction = live([], [model])
  const { stored, observation } = await see('One')
  await prediction.observed(stored, observation)
  await begun.promise
  const { action } = await click()
  await prediction.acted(action, observation)
  expect((asked as AbortSignal | null)?.aborted).toBe(true)
  answer({ candidates: [TENTS], rationale: null, usage: null })
  await new Promise((resolve) => setImmediate(resolve))
  expect(await buffer.predictionsFor(stored.session_id, 0)).toEqual([])
  prediction.stop()
})

test('a predictor that fails leaves a row that says why', async () => {
  const broken = predictor('ranker', async () => {
    throw new Error('The key was refused. Enter another one in the options.')
  })
  const { stored, observation } = await see('One')
  await live([broken]).observed(stored, observation)
  const [row] = await buffer.predictionsFor(stored.session_id, 0)
  expect(row?.prediction).toMatchObject({
    candidates: [],
    error: 'The key was refused. Enter another one in the options.',
  })
})

test('after a restart of the worker the history comes from the store', async () => {
  const first = live([quick()])
  const { stored, observation } = await see('One')
  await first.observed(stored, observation)
  const { action } = await click()
  await first.acted(action, observation)

  const lengths: number[] = []
  const counting: Predictor = {
    ...quick(),
    predict: async ({ history }) => {
      lengths.push(history.length)
      return { candidates: [TENTS], rationale: null, usage: null }
    },
  }
  const again = await see('Two')
  await live([counting]).observed(again.stored, again.observation)
  expect(lengths).toEqual([1])
})

test('nothing is predicted on a page of which only the type is known', async () => {
  const { stored, observation } = await see('One')
  await live([quick()]).observed(stored, { ...observation, context: '' })
  expect(await buffer.predictionsFor(stored.session_id, 0)).toEqual([])
})
