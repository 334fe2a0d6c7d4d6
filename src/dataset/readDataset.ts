import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Dataset,
  dataset,
  type PredictionRow,
  predictionRow,
  type RationaleRow,
  rationaleRow,
  type SessionRow,
  type StepRow,
  type SurveyRow,
  sessionRow,
  stepRow,
  surveyRow,
} from '../../schemas/index.ts'
import { readJsonl } from './readJsonl.ts'

export interface DatasetReader {
  /** The content of `dataset.json`. */
  manifest: Dataset
  /** Rows in the order of the file: participant by participant, each in the order of time. Read anew at every call. */
  sessions(): AsyncGenerator<SessionRow>
  steps(): AsyncGenerator<StepRow>
  predictions(): AsyncGenerator<PredictionRow>
  /** None where the dataset was exported before there were any. */
  rationales(): AsyncGenerator<RationaleRow>
  /** Answers to the study's surveys. */
  surveys(): AsyncGenerator<SurveyRow>
}

/**
 * Opens a dataset's folder. Rejects, saying what to do, where it is none; a corrupt row is reported with file and line
 * when it is reached.
 */
export async function readDataset(folder: string): Promise<DatasetReader> {
  const manifest = await readManifest(folder)
  const { files } = manifest
  const path = (file: keyof typeof files) => join(folder, file)
  return {
    manifest,
    sessions: () => readJsonl(path('sessions.jsonl'), sessionRow, files['sessions.jsonl'].rows),
    steps: () => readJsonl(path('steps.jsonl'), stepRow, files['steps.jsonl'].rows),
    predictions: () => readJsonl(path('predictions.jsonl'), predictionRow, files['predictions.jsonl'].rows),
    async *rationales() {
      const file = files['rationales.jsonl']
      if (file) yield* readJsonl(path('rationales.jsonl'), rationaleRow, file.rows)
    },
    async *surveys() {
      const file = files['surveys.jsonl']
      // A dataset exported before there were surveys has none.
      if (file) yield* readJsonl(path('surveys.jsonl'), surveyRow, file.rows)
    },
  }
}

async function readManifest(folder: string): Promise<Dataset> {
  const path = join(folder, 'dataset.json')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new Error(`${folder} is no dataset: it has no dataset.json. Write one with "shoptrace export".`, { cause })
  }
  try {
    return dataset.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${path} cannot be read. Export the dataset again, or update Shoptrace.`, { cause })
  }
}
