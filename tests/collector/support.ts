import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Consent, type Item, type Redaction, type Study, study } from '../../schemas/index.ts'
import { sha256Of } from '../../src/collector/bearerToken.ts'

export const NOW = 1_790_000_000_000

export const testStudy: Study = study.parse({
  schema_version: 1,
  id: 'lamps',
  title: 'How people choose lamps',
  version: 3,
  contact: { name: 'Ada Example', email: 'ada@example.edu' },
  consent: { version: '2', text: { en: 'We record your clicks.', de: 'Wir zeichnen Klicks auf.' } },
  shops: [{ name: 'Lamp shop', matches: ['https://lamps.example/*'] }],
  upload: { endpoint: 'http://127.0.0.1:7410' },
  retention: { collector_days: 365 },
})

/** A version 4 UUID that says its number. */
export const uuidOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

export const tokenOf = (n: number): string => Buffer.from(sha256Of(`token ${n}`), 'hex').toString('base64url')

export const consentOf = (participant: number, changes: Partial<Consent> = {}): Consent => ({
  schema_version: 1,
  study_id: testStudy.id,
  study_version: testStudy.version,
  consent_version: '2',
  consent_sha256: sha256Of('We record your clicks.'),
  language: 'en',
  participant_id: uuidOf(participant),
  participant_kind: 'participant',
  agreed_at: NOW - 1000,
  choices: { recording: true, page_content: true, live_prediction: true, outside_model: false },
  ...changes,
})

/** A click item; `text` is planted where a test looks for it again. */
export const clickItem = (seq: number, text = 'Add to cart'): Item => ({
  item_id: uuidOf(1_000_000 + seq),
  seq,
  kind: 'action',
  data: {
    schema_version: 1,
    action_id: uuidOf(1_000_000 + seq),
    session_id: uuidOf(77),
    step_index: seq - 1,
    tab: 0,
    url: 'https://lamps.example/p/1',
    observation_id: null,
    timestamp: NOW + seq,
    document_id: uuidOf(88),
    document_seq: seq - 1,
    type: 'click',
    name: 'buy_box.add_to_cart',
    click_type: 'purchase',
    role: 'button',
    text,
  },
})

/** A page item; `text` is planted. Its id is made from the text, as a real one is from its content. */
export const pageItem = (seq: number, text: string): Item => {
  const content = {
    url: 'https://lamps.example/p/1',
    title: text,
    page_type: 'product' as const,
    language: 'en',
    context: `<main name="product">${text}</main>`,
    recipe: null,
  }
  const observation_id = sha256Of(JSON.stringify(content))
  return { item_id: observation_id, seq, kind: 'observation', data: { schema_version: 1, observation_id, ...content } }
}

export const predictionItem = (seq: number): Item => ({
  item_id: uuidOf(3_000_000 + seq),
  seq,
  kind: 'prediction',
  data: {
    schema_version: 1,
    prediction_id: uuidOf(3_000_000 + seq),
    session_id: uuidOf(77),
    step_index: seq,
    observation_id: sha256Of('page'),
    predictor: 'ranker',
    predictor_version: '1',
    learned_from: 0,
    committed_at: NOW + seq,
    latency_ms: 3,
    visibility: 'blind',
    candidates: [{ action: { type: 'click', name: 'buy_box.add_to_cart' }, probability: 0.5 }],
    rationale: null,
    error: null,
  },
})

export const redactionOf = (participant: number, redaction_no: number, changes: Partial<Redaction>): Redaction => ({
  schema_version: 1,
  study_id: testStudy.id,
  participant_id: uuidOf(participant),
  redaction_no,
  up_to_seq: 0,
  session_ids: [],
  deleted: [],
  replaced: [],
  ...changes,
})

export const batchOf = (participant: number, batch: number, items: unknown[]) => ({
  schema_version: 1,
  batch_id: uuidOf(2_000_000 + batch),
  study_id: testStudy.id,
  study_version: testStudy.version,
  participant_id: uuidOf(participant),
  created_at: NOW,
  items,
})

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shoptrace-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
