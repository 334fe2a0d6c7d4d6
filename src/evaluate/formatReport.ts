import type { Estimate } from '../score/clusterBootstrap.ts'
import type { EvaluationReport, PredictorReport } from './report.ts'

const percent = (share: number): string => (100 * share).toFixed(1)

/** `34.1 [28.0, 41.2]`, in percent; without an interval only the value, and `–` where there is none. */
function cell({ value, low, high }: Estimate, show = percent): string {
  if (value === null) return '–'
  return low === null || high === null ? show(value) : `${show(value)} [${show(low)}, ${show(high)}]`
}

const plain = (value: number): string => value.toFixed(2)
const count = (value: number): string => value.toLocaleString('en')

/** Most frequent failures of a predictor that are told; the report has all. */
const SHOWN_FAILURES = 5

/** The rows of the table: what they say, and how. Log loss and Brier are the ones where less is better. */
const ROWS: readonly (readonly [string, (predictor: PredictorReport) => string])[] = [
  ['exact match', ({ all_steps }) => cell(all_steps.exact_match)],
  ['  without first steps (OPeRA)', ({ without_first_steps }) => cell(without_first_steps.exact_match)],
  ['  the same, by session (Lu et al.)', ({ without_first_steps }) => cell(without_first_steps.exact_match_by_session)],
  ['top 3', ({ all_steps }) => cell(all_steps.top_3)],
  ['action type F1, macro', ({ all_steps }) => cell(all_steps.action_type_f1_macro)],
  ['action type F1, weighted', ({ all_steps }) => cell(all_steps.action_type_f1_weighted)],
  ['session outcome F1, purchase', ({ outcome }) => cell(outcome.purchase_f1)],
  ['session outcome F1, weighted', ({ outcome }) => cell(outcome.weighted_f1)],
  ['log loss, nats (less is better)', ({ all_steps }) => cell(all_steps.log_loss, plain)],
  ['Brier score (less is better)', ({ all_steps }) => cell(all_steps.brier, plain)],
  ['errors, scored as misses', ({ errors }) => count(errors)],
  ['names not on the page', ({ dropped_candidates }) => count(dropped_candidates)],
  ['milliseconds, median', ({ latency_ms }) => (latency_ms.median === null ? '–' : latency_ms.median.toFixed(1))],
  ['input tokens', ({ tokens }) => (tokens ? count(tokens.input_tokens + tokens.cache_creation_input_tokens) : '–')],
  ['  read from cache', ({ tokens }) => (tokens ? count(tokens.cache_read_input_tokens) : '–')],
  ['output tokens', ({ tokens }) => (tokens ? count(tokens.output_tokens) : '–')],
  ['cost, US dollars', ({ cost_usd }) => (cost_usd === null ? '–' : cost_usd.toFixed(4))],
]

/** A report as a table for a terminal: a column per predictor, percent unless a row says otherwise. */
export function formatReport(report: EvaluationReport): string {
  const { counts, predictors, dataset } = report
  const head = ['', ...predictors.map(({ id, asked_for }) => (asked_for ? id : `${id} (baseline)`))]
  const table = [head, ...ROWS.map(([label, show]) => [label, ...predictors.map(show)])]
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  const lines = table.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] as number))
      .join('  ')
      .trimEnd(),
  )
  const unasked = counts.steps - counts.predictable_steps
  const notes = new Set(
    predictors.flatMap(({ all_steps, outcome }) => [all_steps.exact_match.note, outcome.purchase_f1.note]),
  )
  const failures = predictors.flatMap(({ id, error_messages }) =>
    Object.entries(error_messages)
      .sort(([, a], [, b]) => b - a)
      .slice(0, SHOWN_FAILURES)
      .map(([message, times]) => `${id} failed ${count(times)} times: ${message}`),
  )
  return [
    `Study ${dataset.study_id}: ${count(counts.participants)} participants, ${count(counts.sessions)} sessions, ${count(counts.steps)} steps, ` +
      `${count(counts.predictable_steps)} of them on pages that name something to predict${unasked > 0 ? ` (${count(unasked)} are not)` : ''}.`,
    'Percent, with 95 % intervals clustered by participant.',
    '',
    ...lines,
    '',
    ...[...notes].filter((note) => note !== null && note !== 'nothing to measure').map((note) => `Intervals: ${note}.`),
    ...failures,
    ...report.protocol,
  ].join('\n')
}
