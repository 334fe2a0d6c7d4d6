import type { StepRow } from '../../schemas/index.ts'
import { type DatasetReader, readDataset } from '../dataset/readDataset.ts'
import { isRemote } from '../predict/createPredictor.ts'
import type { Predictor } from '../predict/port.ts'
import { mapAtOnce } from './mapAtOnce.ts'
import { type ParticipantFilter, readParticipants } from './readParticipants.ts'
import { type ReplayedStep, replayParticipant } from './replayParticipant.ts'
import { type ReplayTotals, replayTotals } from './replayTotals.ts'
import type { EvaluationReport } from './report.ts'
import { summarizePredictor } from './summarizePredictor.ts'

export interface EvaluateOptions extends ParticipantFilter {
  /** Folder of the dataset. */
  dir: string
  /** Ids, as `createPredictor` knows them. The trivial baselines are added. */
  predictors: readonly string[]
  /** A predictor that knows nobody yet; called once per predictor and participant. */
  createPredictor(id: string): Predictor
  /** Of the bootstrap. */
  seed: number
  signal: AbortSignal
  /** Milliseconds, from any origin. */
  clock(): number
  onProgress?(progress: { predictor: string; steps: number; errors: number }): void
}

/** Beside every figure: on published data always answering `terminate` beats several published models. */
const BASELINES = ['most-frequent', 'terminate']

const RESAMPLES = 1000

/** Participants a remote predictor is asked about at once. */
const AT_ONCE = 4

/** A predictor that has never answered is given up after this many failures: a wrong key need not be tried on every page. */
const FAILURES_TO_GIVE_UP = 5

const PROTOCOL = [
  'Each step is predicted, then scored, then learned from, in order, by a predictor that begins anew with each participant: as on the device.',
  'A prediction rests on the session so far and the page as it came into view; what was done on that page before the step is not told.',
  'A step on which the predictor failed is a miss. Steps on pages that name nothing are not asked about, live or here.',
  'Intervals: 95 %, percentile bootstrap over participants.',
]

/**
 * Runs predictors over a dataset with the predictors and the scorer that run live, and reports how well they predict.
 *
 * Reads the dataset once per predictor. Rejects where a predictor cannot be made or fails from the start, and with an
 * `AbortError` when `signal` aborts.
 */
export async function evaluateDataset(options: EvaluateOptions): Promise<EvaluationReport> {
  const { dir, seed, predictors, createPredictor } = options
  const dataset = await readDataset(dir)
  const ids = [...new Set([...predictors, ...BASELINES])]
  // All are made once before the first is run: a missing key must not show after an hour.
  const versions = new Map(ids.map((id) => [id, createPredictor(id).version]))
  const counts = { participants: 0, sessions: 0, steps: 0, predictable_steps: 0 }
  const reports: EvaluationReport['predictors'] = []
  for (const id of ids) {
    const participants = await replayAll(id, dataset, options, (rows) => {
      if (reports.length > 0) return
      counts.participants++
      counts.steps += rows.length
      counts.sessions += new Set(rows.map(({ session_id }) => session_id)).size
    })
    if (counts.steps === 0)
      throw new Error('There are no steps to evaluate. Export a dataset with sessions, or widen --kind.')
    counts.predictable_steps = participants.reduce((sum, { steps }) => sum + steps, 0)
    const about = { id, version: versions.get(id) ?? '', asked_for: predictors.includes(id) }
    reports.push(summarizePredictor(about, participants, { seed, resamples: RESAMPLES }))
  }
  const { study, exported_at, participant_kinds } = dataset.manifest
  return {
    schema_version: 1,
    dataset: { study_id: study.id, study_version: study.version, exported_at, participant_kinds },
    protocol: PROTOCOL,
    seed,
    resamples: RESAMPLES,
    counts,
    predictors: reports,
  }
}

/** What one predictor makes of every participant. */
async function replayAll(
  id: string,
  dataset: DatasetReader,
  options: EvaluateOptions,
  onParticipant: (rows: StepRow[]) => void,
): Promise<ReplayTotals[]> {
  const { createPredictor, clock, onProgress } = options
  const failed = new AbortController()
  const signal = AbortSignal.any([options.signal, failed.signal])
  const progress = { predictor: id, steps: 0, errors: 0 }
  let answered = false
  const onStep = (step: ReplayedStep | null): void => {
    progress.steps++
    if (step?.error) progress.errors++
    else if (step) answered = true
    if (step?.error && !answered && progress.errors >= FAILURES_TO_GIVE_UP)
      throw new Error(`${id} failed on each of its first ${progress.errors} steps: ${step.error}`)
    onProgress?.({ ...progress })
  }
  try {
    return await mapAtOnce(readParticipants(dataset.steps(), options), isRemote(id) ? AT_ONCE : 1, async (rows) => {
      onParticipant(rows)
      return replayTotals(
        await Array.fromAsync(replayParticipant(rows, createPredictor(id), { signal, clock, onStep })),
      )
    })
  } catch (error) {
    failed.abort()
    throw error
  }
}
