import type { TraceBuffer } from '../buffer/openBuffer.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import { makeUuid } from '../platform/makeUuid.ts'
import { scrubPrediction } from '../privacy/scrubItem.ts'
import { createLivePrediction, type LivePrediction } from './livePrediction.ts'
import { openPredictors, saveModel } from './predictors.ts'
import { relearn } from './relearn.ts'
import type { Words } from './words.ts'

const SETTLE_MS = 400

export interface PredictionHolderDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
  words: Pick<Words, 'inForce'>
  onCommitted(): void
}

/** Live prediction for whoever is joined now: opened when first needed, and anew for another participant. */
export function createPredictionHolder({ buffer, state, words, onCommitted }: PredictionHolderDeps) {
  let live: { key: string; prediction: Promise<LivePrediction> } | null = null

  async function open({ study, consent }: NonNullable<ConsentState['enrolment']>): Promise<LivePrediction> {
    const store = await buffer()
    const { scrub } = await words.inForce()
    const { local, remote } = await openPredictors(study, consent.choices, store)
    return createLivePrediction({
      store,
      local,
      remote,
      visibility: study.prediction_visibility,
      settle_ms: SETTLE_MS,
      clock: () => performance.now(),
      makeId: makeUuid,
      scrub: (draft) => scrubPrediction(draft, scrub),
      onLearned: (predictor) => saveModel(predictor, store),
      onCommitted,
    })
  }

  async function forgetPrediction(): Promise<void> {
    const old = await live?.prediction.catch(() => null)
    old?.stop()
    live = null
  }

  return {
    /** Null where the participant did not choose live prediction. */
    async prediction({ enrolment }: ConsentState): Promise<LivePrediction | null> {
      if (!enrolment?.consent.choices.live_prediction) return null
      if (live?.key !== enrolment.token) live = { key: enrolment.token, prediction: open(enrolment) }
      return live.prediction
    },
    forgetPrediction,
    /** After something was removed: what predictors know of it went with it, and they learn anew from what is left. */
    async learnAnew(): Promise<void> {
      await forgetPrediction()
      const { enrolment: joined } = await state()
      if (!joined?.consent.choices.live_prediction) return
      const store = await buffer()
      const { local } = await openPredictors(joined.study, joined.consent.choices, store)
      const blank = local.filter(({ learnedFrom }) => learnedFrom === 0)
      await relearn(store, blank)
      for (const predictor of blank) await saveModel(predictor, store)
    },
  }
}
