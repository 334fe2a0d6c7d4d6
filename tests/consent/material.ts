import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConsentChoices, type Study, study } from '../../schemas/index.ts'

/** A study with its consent text in two languages. */
export const STUDY: Study = study.parse(
  (JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/schemas/v1/study.json'), 'utf8')) as unknown[])[0],
)

/** The same study after its researchers changed the text. */
export const CHANGED: Study = {
  ...STUDY,
  version: STUDY.version + 1,
  consent: { version: '3', text: { ...STUDY.consent.text, en: 'We record what you click, and your searches too.' } },
}

export const CHOICES: ConsentChoices = {
  recording: true,
  page_content: true,
  live_prediction: false,
  outside_model: false,
}

export const NOW = Date.UTC(2026, 10, 23, 9)
