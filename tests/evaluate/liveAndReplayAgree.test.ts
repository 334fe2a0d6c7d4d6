import { expect, test, vi } from 'vitest'
import type { Candidate, Prediction } from '../../schemas/index.ts'
import { replayParticipant } from '../../src/evaluate/replayParticipant.ts'
import { createLocalPredictor, localPredictorIds } from '../../src/predict/createLocalPredictor.ts'
import { createLivePrediction } from '../../src/worker/livePrediction.ts'
import { fakeUuid, simulateShopper } from '../support/simulateShopper.ts'
import { actionOf } from '../support/situations.ts'

// Seconds of work on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const rows = simulateShopper({ seed: 4, sessions: 6, noise: 0.2 })

/** The last prediction committed for each step while the extension's own live prediction saw these rows happen. */
async function live(id: string): Promise<Candidate[][]> {
  let ids = 1
  const committed: Pick<Prediction, 'candidates'>[][] = [[]]
  const prediction = createLivePrediction({
    store: {
      history: async () => [],
      async commitPrediction(draft) {
        committed.at(-1)?.push(draft)
        return { committed: true }
      },
    },
    local: [createLocalPredictor(id)],
    remote: [],
    visibility: 'blind',
    settle_ms: 0,
    clock: () => 0,
    makeId: () => fakeUuid(ids++),
    scrub: (draft) => draft,
    onLearned: async () => {},
    onCommitted: () => {},
  })
  for (const row of rows) {
    const { session_id, step_index, observation } = row
    if (!observation) throw new Error('the simulated shopper sees every page')
    const [before, after] = [false, true].map((on) =>
      row.history.filter(({ observation_id }) => (observation_id === observation.observation_id) === on),
    )
    for (const action of before ?? []) await prediction.acted(action, null)
    await prediction.observed({ session_id, step_index }, observation)
    for (const action of after ?? []) await prediction.acted(action, observation)
    committed.push([])
    const steps = committed.length
    await prediction.acted(actionOf(row), observation)
    expect(committed).toHaveLength(steps)
  }
  prediction.stop()
  return committed.slice(0, -1).map((drafts) => drafts.at(-1)?.candidates ?? [])
}

async function replayed(id: string): Promise<Candidate[][]> {
  const deps = { signal: new AbortController().signal, clock: () => 0 }
  const steps = await Array.fromAsync(replayParticipant(rows, createLocalPredictor(id), deps))
  return steps.map(({ candidates }) => [...candidates])
}

test.each(localPredictorIds)('%s predicts over a dataset exactly what it predicted live', async (id) => {
  const [seen, again] = await Promise.all([live(id), replayed(id)])
  expect(again).toHaveLength(rows.length)
  // A stored prediction keeps the first candidates only.
  expect(again.map((candidates, index) => candidates.slice(0, seen[index]?.length))).toEqual(seen)
  expect(seen.every((candidates) => candidates.length > 0)).toBe(true)
})
