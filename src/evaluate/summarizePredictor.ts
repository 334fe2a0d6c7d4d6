import type { Usage } from '../predict/port.ts'
import { clusterBootstrap } from '../score/clusterBootstrap.ts'
import { addConfusions, type Confusion, f1 } from '../score/f1.ts'
import { type Outcome, outcomes } from '../score/outcomeConfusion.ts'
import { actionTypeF1, stepMetrics } from '../score/stepMetrics.ts'
import { addTotals, type StepTotals } from '../score/stepTotals.ts'
import { costOf } from './claudePrices.ts'
import type { ReplayTotals } from './replayTotals.ts'
import type { OutcomeFigures, PredictorReport, StepFigures } from './report.ts'

export interface BootstrapSettings {
  seed: number
  resamples: number
}

function stepFigures(clusters: readonly StepTotals[], settings: BootstrapSettings): StepFigures {
  const figures = clusterBootstrap(clusters, (sample) => stepMetrics(addTotals(sample)), settings)
  const totals = addTotals(clusters)
  return { ...figures, steps: totals.steps, action_types: actionTypeF1(totals)?.classes ?? [] }
}

function outcomeFigures(clusters: readonly Confusion<Outcome>[], settings: BootstrapSettings): OutcomeFigures {
  const scores = (sample: readonly Confusion<Outcome>[]) => f1(addConfusions(sample), outcomes)
  const figures = clusterBootstrap(
    clusters,
    (sample) => {
      const score = scores(sample)
      return {
        purchase_f1: score?.classes.find(({ label }) => label === 'purchase')?.f1 ?? null,
        weighted_f1: score?.weighted ?? null,
        accuracy: score?.accuracy ?? null,
      }
    },
    settings,
  )
  const all = scores(clusters)
  return { ...figures, sessions: all?.n ?? 0, classes: all?.classes ?? [] }
}

function sumUsage(used: readonly Usage[]): Usage | null {
  if (used.length === 0) return null
  const sum = (key: keyof Usage): number => used.reduce((total, usage) => total + usage[key], 0)
  return {
    input_tokens: sum('input_tokens'),
    output_tokens: sum('output_tokens'),
    cache_read_input_tokens: sum('cache_read_input_tokens'),
    cache_creation_input_tokens: sum('cache_creation_input_tokens'),
  }
}

/** A predictor's figures out of the totals of each participant: they are the clusters of the bootstrap. */
export function summarizePredictor(
  predictor: Pick<PredictorReport, 'id' | 'version' | 'asked_for'>,
  participants: readonly ReplayTotals[],
  settings: BootstrapSettings,
): PredictorReport {
  const errors = participants.flatMap((own) => own.errors)
  const messages: Record<string, number> = {}
  for (const error of errors) messages[error] = (messages[error] ?? 0) + 1
  const latencies = participants.flatMap((own) => own.latencies_ms).sort((a, b) => a - b)
  const tokens = sumUsage(participants.flatMap(({ usage }) => usage))
  return {
    ...predictor,
    all_steps: stepFigures(
      participants.map((own) => own.all_steps),
      settings,
    ),
    without_first_steps: stepFigures(
      participants.map((own) => own.without_first_steps),
      settings,
    ),
    outcome: outcomeFigures(
      participants.map((own) => own.outcome),
      settings,
    ),
    errors: errors.length,
    error_messages: messages,
    dropped_candidates: participants.reduce((sum, { dropped }) => sum + dropped, 0),
    latency_ms: {
      median: latencies[Math.floor(latencies.length / 2)] ?? null,
      p95: latencies[Math.floor(latencies.length * 0.95)] ?? null,
    },
    tokens,
    cost_usd: tokens && costOf(predictor.id, tokens),
  }
}
