import {
  type CapturedAction,
  type CapturedObservation,
  type Prediction,
  type Rationale,
  rationaleIdOf,
} from '../../schemas/index.ts'
import { openBuffer, type TraceBuffer } from '../../src/buffer/openBuffer.ts'

/** Version 4 UUIDs in a fixed order: `id(1)` is always the same. */
export const id = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

export const START = Date.UTC(2026, 10, 2, 9)
export const MINUTE = 60_000

export const page = (name: string, context = `<button name="buy">Buy ${name}</button>`): CapturedObservation => ({
  url: `https://shop.example/${name}`,
  title: name,
  page_type: 'product',
  language: 'en',
  context,
  recipe: null,
})

const common = (number: number, options: ActionOptions) => ({
  action_id: id(1000 + number),
  timestamp: options.timestamp ?? START + number,
  document_id: options.document_id ?? id(1),
  document_seq: number,
  observation_no: options.observation_no === undefined ? 0 : options.observation_no,
})

interface ActionOptions {
  timestamp?: number
  document_id?: string
  observation_no?: number | null
}

export const click = (number: number, options: ActionOptions = {}): CapturedAction => ({
  ...common(number, options),
  type: 'click',
  name: 'buy',
  click_type: 'purchase',
  role: 'button',
  text: 'Buy',
})

export const submit = (number: number, options: ActionOptions = {}): CapturedAction => ({
  ...common(number, options),
  type: 'type_and_submit',
  name: 'nav_bar.search_input',
  text: 'blue shirt',
})

export const scroll = (number: number, options: ActionOptions = {}): CapturedAction => ({
  ...common(number, options),
  type: 'scroll',
  from: 0,
  to: 100,
  page_height: 2000,
})

export const draft = (
  place: { session_id: string; step_index: number; observation_id: string },
  prediction_id: string,
): Omit<Prediction, 'committed_at'> => ({
  schema_version: 1,
  prediction_id,
  session_id: place.session_id,
  step_index: place.step_index,
  observation_id: place.observation_id,
  predictor: 'ranker',
  predictor_version: '1',
  learned_from: 0,
  latency_ms: 3,
  visibility: 'blind',
  candidates: [{ action: { type: 'click', name: 'buy' }, probability: 0.5 }],
  rationale: null,
  error: null,
})

let names = 0

/** A fresh database with a clock that stands still until told, and ids in a fixed order. */
export async function freshBuffer(options: Partial<Parameters<typeof openBuffer>[0]> = {}) {
  const clock = { now: START }
  let ids = 0x10_000
  names += 1
  const name = `buffer-${names}`
  const settings = { name, now: () => clock.now, makeId: () => id(ids++), ...options }
  const buffer: TraceBuffer = await openBuffer(settings)
  return { buffer, clock, name, settings }
}

export const rationale = (action_id: string): Rationale => ({
  schema_version: 1,
  rationale_id: rationaleIdOf(action_id),
  action_id,
  session_id: id(1),
  step_index: 0,
  asked_at: START,
  answered_at: START + 5000,
  outcome: 'answered',
  text: 'It is the one I was looking for.',
  source: 'human',
  chance: 1,
  language: 'en',
})
