import { type Action, type Candidate, type ClickType, parseContext, type StepRow } from '../../schemas/index.ts'
import { isPurchase } from '../dataset/isPurchase.ts'
import type { KnownStep, PastAction, Predictor, Usage } from '../predict/port.ts'
import { PredictorError } from '../predict/predictorError.ts'
import type { ScoredStep } from '../score/scoredStep.ts'

/** A step replayed: what was predicted, what it took, and why it failed. */
export interface ReplayedStep extends ScoredStep {
  latency_ms: number
  usage: Usage | null
  /** Candidates left out because nothing on the page has their name. */
  dropped: number
  /** Why there are no candidates, or null. */
  error: string | null
}

export interface ReplayDeps {
  signal: AbortSignal
  /** Milliseconds, from any origin. */
  clock(): number
  /** Called after every row, asked or not. */
  onStep?(step: ReplayedStep | null): void
}

/** The step's action as a predictor meets it in history. */
function pastAction({ action, click_type, timestamp }: StepRow): PastAction {
  if (action.type === 'click') return { ...action, timestamp, click_type: click_type ?? 'other' }
  return { ...action, timestamp }
}

const buys = (name: string, click_type: ClickType): boolean => isPurchase({ type: 'click', name, click_type } as Action)

/**
 * Replays one participant's steps through a predictor, as the extension does live: on every page that names something,
 * it predicts, then sees what was done, then learns. The predictor must be new: it knows nobody yet.
 *
 * `rows` are the participant's in order. Yields nothing for a step without such a page, since live nobody was asked
 * either; the step is learned from and stands in the history all the same. A failed prediction has no candidates.
 */
export async function* replayParticipant(
  rows: readonly StepRow[],
  predictor: Predictor,
  { signal, clock, onStep }: ReplayDeps,
): AsyncGenerator<ReplayedStep> {
  let session = ''
  let history: KnownStep[] = []
  for (const row of rows) {
    const first = row.session_id !== session
    if (first) history = []
    session = row.session_id
    const { observation } = row
    for (const action of row.history) history.push({ observation: null, action })
    const elements = parseContext(observation?.context ?? '')
    const actual = pastAction(row)
    let replayed: ReplayedStep | null = null
    if (observation) {
      const situation = { history: [...history], observation }
      if (elements.length > 0) {
        const started = clock()
        const prediction = await predict(predictor, situation, signal)
        const top = prediction.candidates[0]?.action
        const element = top?.type === 'click' ? elements.find(({ name }) => name === top.name) : undefined
        replayed = {
          session_id: row.session_id,
          first,
          actual: row.action,
          purchase: row.action.type === 'click' && buys(row.action.name, row.click_type ?? 'other'),
          predicted_purchase: element !== undefined && buys(element.name, element.click_type),
          latency_ms: clock() - started,
          ...prediction,
        }
        yield replayed
      }
      predictor.learn?.(situation, actual)
    }
    onStep?.(replayed)
    history.push({ observation, action: actual })
  }
}

async function predict(
  predictor: Predictor,
  situation: Parameters<Predictor['predict']>[0],
  signal: AbortSignal,
): Promise<{ candidates: Candidate[]; usage: Usage | null; dropped: number; error: string | null }> {
  try {
    const { candidates, usage, dropped = 0 } = await predictor.predict(situation, signal)
    return { candidates, usage, dropped, error: null }
  } catch (error) {
    signal.throwIfAborted()
    const usage = error instanceof PredictorError ? error.usage : null
    return { candidates: [], usage, dropped: 0, error: error instanceof Error ? error.message : String(error) }
  }
}
