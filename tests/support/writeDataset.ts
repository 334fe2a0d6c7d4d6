import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataset, type StepRow, stepRow } from '../../schemas/index.ts'
import { study } from '../../schemas/study.ts'

const file = (rows: number) => ({ rows, bytes: 0, sha256: '0'.repeat(64) })

/** A dataset of these steps in a new folder, as `shoptrace export` lays it out; returns the folder. */
export function writeDataset(rows: readonly StepRow[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'shoptrace-dataset-'))
  const lines = rows.map((row) => `${JSON.stringify(stepRow.parse(row))}\n`)
  writeFileSync(join(folder, 'steps.jsonl'), lines.join(''))
  const demo = JSON.parse(readFileSync(join(import.meta.dirname, '../../studies/demo.json'), 'utf8'))
  const manifest = dataset.parse({
    schema_version: 1,
    study: study.parse(demo),
    study_versions: [1],
    exported_at: 1_760_000_000_000,
    participant_kinds: ['participant', 'test', 'synthetic'],
    row_versions: { session: 1, step: 1, prediction: 1 },
    counts: { participants: 0, sessions: 0, steps: rows.length, predictions: 0, gaps_outside_sessions: 0 },
    files: { 'sessions.jsonl': file(0), 'steps.jsonl': file(rows.length), 'predictions.jsonl': file(0) },
  })
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(manifest))
  return folder
}
