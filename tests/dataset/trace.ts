import {
  type Action,
  type Gap,
  type Item,
  type Observation,
  type Prediction,
  type Rationale,
  rationaleIdOf,
} from '../../schemas/index.ts'
import type { DatasetParticipant } from '../../src/dataset/source.ts'

/** A version 4 UUID that says its number. */
export const uuidOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

export const participant: DatasetParticipant = {
  study_id: 'lamps',
  study_version: 3,
  participant_id: uuidOf(1),
  participant_kind: 'participant',
}

export const SESSION = uuidOf(77)
export const DOCUMENT = uuidOf(88)
export const START = 1_790_000_000_000

type Fields<T> = T extends unknown ? Omit<Partial<T>, 'type'> : never

const common = (seq: number) => ({
  schema_version: 1 as const,
  action_id: uuidOf(1_000_000 + seq),
  session_id: SESSION,
  step_index: null as number | null,
  tab: 0,
  url: 'https://lamps.example/',
  observation_id: null,
  timestamp: START + seq * 1000,
  document_id: DOCUMENT,
  document_seq: seq - 1,
})

const item = (seq: number, data: Action): Item => ({ item_id: data.action_id, seq, kind: 'action', data })

export const click = (seq: number, step_index: number, fields: Fields<Extract<Action, { type: 'click' }>> = {}): Item =>
  item(seq, {
    ...common(seq),
    step_index,
    type: 'click',
    name: 'results.lamp',
    click_type: 'product_link',
    role: 'link',
    text: 'Lamp',
    ...fields,
  } as Action)

export const submit = (seq: number, step_index: number, text: string, fields: Partial<Action> = {}): Item =>
  item(seq, { ...common(seq), step_index, type: 'type_and_submit', name: 'nav_bar.search', text, ...fields } as Action)

export const terminate = (seq: number, step_index: number, fields: Partial<Action> = {}): Item =>
  item(seq, { ...common(seq), step_index, document_seq: 0, type: 'terminate', reason: 'idle', ...fields } as Action)

export const scroll = (seq: number, fields: Partial<Action> = {}): Item =>
  item(seq, { ...common(seq), type: 'scroll', from: 0, to: 900, page_height: 4000, ...fields } as Action)

export const observation = (seq: number, letter: string, context = '<a name="home">Home</a>'): Item => {
  const data: Observation = {
    schema_version: 1,
    observation_id: letter.repeat(64),
    url: 'https://lamps.example/',
    title: 'Lamps',
    page_type: 'home',
    language: 'en',
    context,
    recipe: null,
  }
  return { item_id: data.observation_id, seq, kind: 'observation', data }
}

export const prediction = (
  seq: number,
  step_index: number,
  candidates: Prediction['candidates'][number]['action'][],
  fields: Partial<Prediction> = {},
): Item => {
  const data: Prediction = {
    schema_version: 1,
    prediction_id: uuidOf(3_000_000 + seq),
    session_id: SESSION,
    step_index,
    observation_id: 'a'.repeat(64),
    predictor: 'ranker',
    predictor_version: '1',
    learned_from: 0,
    committed_at: START + seq * 1000,
    latency_ms: 2,
    visibility: 'open',
    candidates: candidates.map((action, n) => ({ action, probability: 0.5 / (n + 1) })),
    rationale: null,
    error: candidates.length > 0 ? null : 'timed out',
    ...fields,
  }
  return { item_id: data.prediction_id, seq, kind: 'prediction', data }
}

export const gap = (seq: number, fields: Partial<Gap> = {}): Item => {
  const data: Gap = {
    schema_version: 1,
    gap_id: uuidOf(4_000_000 + seq),
    timestamp: START + seq * 1000,
    session_id: null,
    document_id: null,
    from_seq: null,
    to_seq: null,
    reason: 'lost',
    ...fields,
  }
  return { item_id: data.gap_id, seq, kind: 'gap', data }
}

/** What was said about the step that `click` or `submit` made at `action_seq`. */
export function rationale(seq: number, action_seq: number, step_index: number, fields: Partial<Rationale> = {}): Item {
  const action_id = uuidOf(1_000_000 + action_seq)
  const data: Rationale = {
    schema_version: 1,
    rationale_id: rationaleIdOf(action_id),
    action_id,
    session_id: SESSION,
    step_index,
    asked_at: START + action_seq * 1000 + 10,
    answered_at: START + seq * 1000,
    outcome: 'answered',
    text: 'It is warm.',
    source: 'human',
    chance: 0.5,
    language: 'en',
    ...fields,
  }
  return { item_id: data.rationale_id, seq, kind: 'rationale', data }
}
