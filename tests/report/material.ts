import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StepRow } from '../../schemas/index.ts'
import { fakeUuid } from '../support/simulateShopper.ts'
import { writeDataset } from '../support/writeDataset.ts'

const DAY = 86_400_000

/** A step of participant `who` on a page with this context, at `shop` on `day`. */
export function step(
  who: number,
  seq: number,
  context: string,
  more: { shop?: string; day?: number; title?: string } = {},
): StepRow {
  const { shop = 'shop.example', day = 0, title = 'Blue tent' } = more
  return {
    schema_version: 1,
    study_id: 'demo',
    participant_id: fakeUuid(who, 1),
    participant_kind: 'participant',
    session_id: fakeUuid(who, 2),
    step_index: seq,
    seq: seq + 1,
    timestamp: 1_760_000_000_000 + day * DAY,
    tab: 0,
    action: { type: 'click', name: 'results.blue_tent.view_product' },
    click_type: 'product_link',
    observation: {
      schema_version: 1,
      observation_id: [who, seq, context.length]
        .map((n) => n.toString(16).padStart(8, '0'))
        .join('')
        .padEnd(64, 'a'),
      url: `https://${shop}/p/${seq}`,
      title,
      page_type: 'product',
      language: 'en',
      context,
      recipe: null,
    },
    history: [],
    rationale: null,
  }
}

/** Answers of participants to questions, as `surveys.jsonl` has them. */
export interface Answer {
  who: number
  question: string
  answer: string
  quasi: boolean
}

/** A dataset of these steps and answers. */
export function datasetOf(steps: readonly StepRow[], answers: readonly Answer[] = []): string {
  const folder = writeDataset(steps)
  if (answers.length === 0) return folder
  const rows = answers.map(({ who, question, answer, quasi }, index) => ({
    schema_version: 1,
    study_id: 'demo',
    participant_id: fakeUuid(who, 1),
    seq: index + 1,
    survey_id: 'about_you',
    question_id: question,
    quasi_identifier: quasi,
    answer,
  }))
  writeFileSync(join(folder, 'surveys.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const path = join(folder, 'dataset.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.files['surveys.jsonl'] = { rows: rows.length, bytes: 0, sha256: '0'.repeat(64) }
  writeFileSync(path, JSON.stringify(manifest))
  return folder
}
