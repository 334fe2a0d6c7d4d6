import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import {
  type Dataset,
  type Item,
  type ParticipantKind,
  participantKind,
  predictionRow,
  rationaleRow,
  type Study,
  sessionRow,
  stepRow,
  surveyRow,
} from '../../schemas/index.ts'
import { describeDataset } from './describeDataset.ts'
import { gapsBySession } from './gapsBySession.ts'
import { openJsonlWriter } from './jsonlWriter.ts'
import { predictionsOf } from './predictionsOf.ts'
import { rationalesOf } from './rationalesOf.ts'
import { sessionsOf } from './sessionsOf.ts'
import type { DatasetParticipant, DatasetSource } from './source.ts'
import { stepsOf } from './stepsOf.ts'
import { surveysOf } from './surveysOf.ts'

export interface ExportOptions {
  store: DatasetSource
  /** Folder of the dataset. */
  out: string
  /** Whose data; default everyone's. Rows say which they are. */
  kinds?: readonly ParticipantKind[]
  /** Replace a dataset that lies there; other files of the folder stay. */
  force?: boolean
  /** Milliseconds since 1970. */
  now?: () => number
}

export type ExportSummary = Dataset['counts']

/** What an export writes. `dataset.json` comes last: without it a folder is no whole dataset. */
const FILES = [
  'sessions.jsonl',
  'steps.jsonl',
  'predictions.jsonl',
  'rationales.jsonl',
  'surveys.jsonl',
  'README.md',
  'dataset.json',
] as const

/**
 * Writes everything in a store as a dataset: `sessions.jsonl`, `steps.jsonl`, `predictions.jsonl`, `rationales.jsonl`,
 * `surveys.jsonl`,
 * `README.md` and `dataset.json`.
 *
 * Holds one participant's items in memory at a time. The folder appears whole or not at all; with `force`, a
 * dataset already there is replaced file by file, `dataset.json` last. Rejects, and leaves what was there, where the
 * folder holds anything and `force` is not set, and where the store has no study.
 */
export async function exportDataset(options: ExportOptions): Promise<ExportSummary> {
  const { store, kinds = participantKind.options, force = false, now = Date.now } = options
  const out = resolve(options.out)
  const occupied = (await entriesOf(out)).length > 0
  if (occupied && !force)
    throw new Error(`${options.out} is not empty. Name a new folder, or use --force to replace the dataset in it.`)

  await mkdir(dirname(out), { recursive: true })
  const temporary = await mkdtemp(occupied ? join(out, '.export-') : join(dirname(out), `.${basename(out)}-`))
  try {
    const manifest = await writeDataset(store, temporary, kinds, now())
    if (occupied) await replaceFiles(temporary, out)
    else {
      await rmdir(out).catch(() => {})
      await rename(temporary, out)
    }
    return manifest.counts
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

const entriesOf = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

async function replaceFiles(from: string, to: string): Promise<void> {
  await rm(join(to, 'dataset.json'), { force: true })
  for (const file of FILES) await rename(join(from, file), join(to, file))
}

async function writeDataset(
  store: DatasetSource,
  folder: string,
  kinds: readonly ParticipantKind[],
  exported_at: number,
): Promise<Dataset> {
  const studies = await store.studies()
  const study = studies[0]
  if (!study) throw new Error('The store holds no study yet. Run "shoptrace collect" with it first.')

  const writers = {
    sessions: await openJsonlWriter(join(folder, 'sessions.jsonl')),
    steps: await openJsonlWriter(join(folder, 'steps.jsonl')),
    predictions: await openJsonlWriter(join(folder, 'predictions.jsonl')),
    rationales: await openJsonlWriter(join(folder, 'rationales.jsonl')),
    surveys: await openJsonlWriter(join(folder, 'surveys.jsonl')),
  }
  let participants = 0
  let gaps_outside_sessions = 0
  try {
    for await (const participant of store.participants()) {
      if (!kinds.includes(participant.participant_kind)) continue
      participants += 1
      const items = await Array.fromAsync(store.items(participant.participant_id))
      for (const row of checkedRows(items, participant, studies)) await writers[row.file].write(row.row)
      gaps_outside_sessions += gapsBySession(items).get(null)?.length ?? 0
    }
  } catch (error) {
    await Promise.all(Object.values(writers).map((writer) => writer.abandon()))
    throw error
  }
  const files = {
    'sessions.jsonl': await writers.sessions.close(),
    'steps.jsonl': await writers.steps.close(),
    'predictions.jsonl': await writers.predictions.close(),
    'rationales.jsonl': await writers.rationales.close(),
    'surveys.jsonl': await writers.surveys.close(),
  }
  const manifest: Dataset = {
    schema_version: 1,
    study,
    study_versions: studies.map(({ version }) => version),
    exported_at,
    participant_kinds: [...kinds],
    row_versions: { session: 1, step: 1, prediction: 1, rationale: 1, survey: 1 },
    counts: {
      participants,
      sessions: files['sessions.jsonl'].rows,
      steps: files['steps.jsonl'].rows,
      predictions: files['predictions.jsonl'].rows,
      rationales: files['rationales.jsonl'].rows,
      survey_answers: files['surveys.jsonl'].rows,
      gaps_outside_sessions,
    },
    files,
  }
  await writeFile(join(folder, 'README.md'), describeDataset(manifest))
  await writeFile(join(folder, 'dataset.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  return manifest
}

/** A participant's rows, each as its schema wants it: a row that would not read back is never written. */
function* checkedRows(items: readonly Item[], participant: DatasetParticipant, studies: readonly Study[]) {
  for (const row of sessionsOf(items, participant)) yield { file: 'sessions' as const, row: sessionRow.parse(row) }
  for (const row of stepsOf(items, participant)) yield { file: 'steps' as const, row: stepRow.parse(row) }
  for (const row of predictionsOf(items, participant))
    yield { file: 'predictions' as const, row: predictionRow.parse(row) }
  for (const row of rationalesOf(items, participant))
    yield { file: 'rationales' as const, row: rationaleRow.parse(row) }
  for (const row of surveysOf(items, participant, studies))
    yield { file: 'surveys' as const, row: surveyRow.parse(row) }
}
