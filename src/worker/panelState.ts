import type { Prediction, RecordingState, WeekGoals } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import type { RecentStep, RecordedPrediction } from '../buffer/recentSteps.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { OpenQuestion, PanelState } from '../messaging/calls.ts'
import { isExactMatch } from '../score/isExactMatch.ts'
import { scoredPrediction } from '../score/scoredPrediction.ts'
import { toPredicted } from '../score/toPredicted.ts'
import { readPauses } from './pauses.ts'

const SHOWN = 50
const SCORED = 1000
export const BASELINE = 'most-frequent'

const newest = (predictions: readonly RecordedPrediction[], predictor: string): Prediction | null =>
  predictions.findLast(({ prediction }) => prediction.predictor === predictor)?.prediction ?? null

/** What a predictor is judged by at a step. */
const counted = ({ predictions, action }: RecentStep, predictor: string): Prediction | null =>
  scoredPrediction(
    predictions.filter(({ prediction }) => prediction.predictor === predictor),
    action.observation_id,
  )?.prediction ?? null

/** What counts of each predictor but the baseline, the shown one's first. */
function countedOfEach(step: RecentStep, shown: string): Prediction[] {
  const ids = new Set([shown, ...step.predictions.map(({ prediction }) => prediction.predictor)])
  ids.delete(BASELINE)
  return [...ids].flatMap((id) => counted(step, id) ?? [])
}

/** Top candidate against the action; null where there was no prediction in time. */
function judge(step: RecentStep, predictor: string): boolean | null {
  const prediction = counted(step, predictor)
  const actual = toPredicted(step.action)
  const top = prediction?.candidates[0]
  if (!prediction || !actual) return null
  return top ? isExactMatch(top.action, actual) : false
}

/** What was done in the week of `now` (ms), beside what the study hopes for. */
async function goalsOf(state: ConsentState, buffer: TraceBuffer, now: number): Promise<WeekGoals | null> {
  const { sessions_per_week, steps_per_week } = state.enrolment?.study.goals ?? {}
  if (sessions_per_week === undefined && steps_per_week === undefined) return null
  const done = await buffer.week(now)
  const beside = (count: number, hoped: number | undefined) => (hoped === undefined ? null : { done: count, hoped })
  return { sessions: beside(done.sessions, sessions_per_week), steps: beside(done.steps, steps_per_week) }
}

/** Everything the side panel shows, put together from the store: nothing of it is remembered by the worker. */
export async function panelState(
  state: ConsentState,
  buffer: TraceBuffer,
  open: { question: OpenQuestion } | null,
  now: number,
): Promise<PanelState> {
  const study = state.enrolment?.study ?? null
  const predictor = study?.predictors[0] ?? 'ranker'
  const recording: RecordingState =
    state.kind === 'off'
      ? { kind: 'off', reason: state.reason }
      : state.kind === 'paused'
        ? { kind: 'paused', until: state.until }
        : { kind: 'recording' }
  const [steps, session, counts, upload] = await Promise.all([
    buffer.recentSteps(SCORED),
    buffer.openSession(),
    buffer.counts(),
    buffer.uploadState(),
  ])
  const { sites } = await readPauses()
  const coming = session ? await buffer.predictionsFor(session.session_id, session.steps) : []
  // Both are judged on the same steps, those that the shown predictor answered in time.
  const judged = steps.filter((step) => judge(step, predictor) !== null)
  const pending = newest(coming, predictor)
  const latest = pending ?? steps.map((step) => newest(step.predictions, predictor)).find((found) => found !== null)
  const page = pending && (await buffer.observation(pending.observation_id))
  return {
    study_title: study?.title ?? null,
    study: state.enrolment && {
      title: state.enrolment.study.title,
      contact: `${state.enrolment.study.contact.name}, ${state.enrolment.study.contact.email}`,
      participant_id: state.enrolment.consent.participant_id,
      agreed_at: state.enrolment.consent.agreed_at,
    },
    recording,
    upload: {
      waiting: counts.pending,
      acknowledged: counts.acknowledged,
      last_sent_at: upload.accepted_at,
      problem: upload.problem?.message ?? null,
    },
    visibility: study?.prediction_visibility ?? 'off',
    predictor: study
      ? { id: predictor, learned_from: latest?.learned_from ?? 0, problem: latest?.error ?? null }
      : null,
    score: {
      hits: judged.filter((step) => judge(step, predictor)).length,
      total: judged.length,
      baseline_hits: judged.filter((step) => judge(step, BASELINE)).length,
      baseline_total: judged.length,
    },
    pending,
    goals: await goalsOf(state, buffer, now),
    question: open?.question ?? null,
    paused_sites: state.enrolment ? [...(sites === 'all' ? [] : sites)] : [],
    page: page && { url: page.url, title: page.title },
    steps: steps.slice(0, SHOWN).map((step) => ({
      action: step.action,
      predictions: countedOfEach(step, predictor),
      hit: judge(step, predictor),
    })),
  }
}
