import {
  type Action,
  type Observation,
  type Prediction,
  parseContext,
  prediction,
  type Study,
} from '../../schemas/index.ts'
import type { PastStep, Predictor, Situation } from '../predict/port.ts'

type Draft = Omit<Prediction, 'committed_at'>

/** What live prediction needs of the buffer. */
export interface PredictionStore {
  history(session_id: string): Promise<PastStep[]>
  commitPrediction(draft: Draft): Promise<{ committed: boolean }>
}

export interface LivePredictionDeps {
  store: PredictionStore
  /** Quick predictors that run on this device; each new page is predicted before the next message is taken in. */
  local: readonly Predictor[]
  /** Slow predictors: asked when the page has been still for `settle_ms`, aborted when the participant acts first. */
  remote: readonly Predictor[]
  visibility: Study['prediction_visibility']
  settle_ms: number
  /** Milliseconds, from any origin. */
  clock(): number
  makeId(): string
  /** The last gate before a model of others sees a text. */
  scrub(draft: Draft): Draft
  onLearned(predictor: Predictor): Promise<void>
  onCommitted(): void
}

/** A row that would not read back must fail here, not at the collector. */
const draftSchema = prediction.omit({ committed_at: true })

interface Place {
  session_id: string
  step_index: number
}

/** Predictions made and stored before the action they predict. Rebuilds its memory from the store after a restart. */
export interface LivePrediction {
  /** A page was seen; resolves when the local predictions for it are committed. */
  observed(place: Place, observation: Observation): Promise<void>
  /** The participant acted on `before`; resolves when the local predictors have learned and predicted again. */
  acted(action: Action, before: Observation | null): Promise<void>
  /** Stops what is under way. */
  stop(): void
}

export function createLivePrediction(deps: LivePredictionDeps): LivePrediction {
  let memory: { session_id: string; history: PastStep[] } | null = null
  let page: Observation | null = null
  let asking = new AbortController()
  /** What each predictor last said, and about what: the same again is not worth a row. */
  const said = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function historyOf(session_id: string, without?: string): Promise<PastStep[]> {
    if (memory?.session_id !== session_id) {
      const history = await deps.store.history(session_id)
      memory = { session_id, history: history.filter((step) => step.action.action_id !== without) }
    }
    return memory.history
  }

  function cancel(): void {
    clearTimeout(timer)
    asking.abort()
    asking = new AbortController()
  }

  async function predictWith(
    predictor: Predictor,
    place: Place,
    situation: Situation,
    signal: AbortSignal,
  ): Promise<void> {
    const started = deps.clock()
    const draft = {
      schema_version: 1 as const,
      prediction_id: deps.makeId(),
      session_id: place.session_id,
      step_index: place.step_index,
      observation_id: situation.observation.observation_id,
      predictor: predictor.id,
      predictor_version: predictor.version,
      learned_from: predictor.learnedFrom,
      visibility: deps.visibility,
    }
    const commit = async (rest: Pick<Prediction, 'candidates' | 'rationale' | 'error'>) => {
      const saying = JSON.stringify([draft.session_id, draft.step_index, draft.observation_id, rest])
      if (said.get(predictor.id) === saying) return
      const latency_ms = Math.max(0, deps.clock() - started)
      const whole = deps.scrub(draftSchema.parse({ ...draft, latency_ms, ...rest }))
      const { committed } = await deps.store.commitPrediction(whole)
      if (!committed) return
      said.set(predictor.id, saying)
      deps.onCommitted()
    }
    try {
      const { candidates, rationale } = await predictor.predict(situation, signal)
      if (!signal.aborted) await commit({ candidates: candidates.slice(0, 10), rationale, error: null })
    } catch (error) {
      if (signal.aborted) return
      const message = error instanceof Error ? error.message : String(error)
      await commit({ candidates: [], rationale: null, error: message.slice(0, 500) })
    }
  }

  async function predictAll(place: Place, observation: Observation): Promise<void> {
    // A page of which only the type is known names nothing to predict.
    if (parseContext(observation.context).length === 0) return
    const situation = { history: [...(await historyOf(place.session_id))], observation }
    for (const predictor of deps.local) await predictWith(predictor, place, situation, new AbortController().signal)
    if (deps.remote.length === 0) return
    cancel()
    const { signal } = asking
    timer = setTimeout(() => {
      for (const predictor of deps.remote) void predictWith(predictor, place, situation, signal)
    }, deps.settle_ms)
  }

  return {
    async observed(place, observation) {
      page = observation
      await predictAll(place, observation)
    },
    async acted(action, before) {
      const history = await historyOf(action.session_id, action.action_id)
      if (action.step_index !== null) {
        cancel()
        if (before) {
          for (const predictor of [...deps.local, ...deps.remote]) {
            if (!predictor.learn) continue
            predictor.learn({ history: [...history], observation: before }, action)
            await deps.onLearned(predictor)
          }
        }
      }
      history.push({ observation: before, action })
      // History (a scroll, a typed letter) is nothing a prediction rests on: see `knownHistory`.
      if (action.step_index === null || action.type === 'terminate' || !page) return
      await predictAll({ session_id: action.session_id, step_index: action.step_index + 1 }, page)
    },
    stop() {
      cancel()
      memory = null
      page = null
      said.clear()
    },
  }
}
