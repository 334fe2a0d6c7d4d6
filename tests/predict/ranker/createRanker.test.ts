import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { baseRates } from '../../../src/predict/baseRates.ts'
import { createLocalPredictor } from '../../../src/predict/createLocalPredictor.ts'
import { actionKey } from '../../../src/predict/listCandidates.ts'
import { createRanker, distributionOf } from '../../../src/predict/ranker/createRanker.ts'
import { emptyRanker } from '../../../src/predict/ranker/rankerState.ts'
import { topK } from '../../../src/score/topK.ts'
import { observation } from '../../support/observation.ts'
import { simulateShopper } from '../../support/simulateShopper.ts'
import { liveSituations } from '../../support/situations.ts'

// Seconds of work on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const { signal } = new AbortController()
const shoppers = [1, 2, 3, 4].map((seed) => simulateShopper({ seed, sessions: 12, noise: 0.15 }))

/** Share of hits over the last half of each shopper's steps, each predictor learning as it goes. */
async function accuracyOf(id: string): Promise<number> {
  let [hits, n] = [0, 0]
  for (const rows of shoppers) {
    const predictor = createLocalPredictor(id)
    let index = 0
    for (const { situation, actual, row } of liveSituations(rows)) {
      const { candidates } = await predictor.predict(situation, signal)
      if (index++ >= rows.length / 2) {
        n++
        if (topK(candidates, row.action, 1)) hits++
      }
      predictor.learn?.(situation, actual)
    }
  }
  return hits / n
}

test('before it has learned, it gives the published base rates, and says that it learned from nothing', async () => {
  const ranker = createRanker()
  const [first] = liveSituations(shoppers[0] ?? [])
  if (!first) throw new Error('no step simulated')
  const { candidates, probabilities } = distributionOf(emptyRanker(), first.situation)
  expect([...probabilities]).toEqual(baseRates(candidates).map((rate) => expect.closeTo(rate, 12)))
  expect(ranker.learnedFrom).toBe(0)
})

test('with a regular shopper it learns, and beats the trivial baselines', async () => {
  const [ranker, mostFrequent, terminate] = await Promise.all(['ranker', 'most-frequent', 'terminate'].map(accuracyOf))
  expect(ranker).toBeGreaterThan(0.6)
  expect(ranker).toBeGreaterThan(3 * (mostFrequent as number))
  expect(ranker).toBeGreaterThan(3 * (terminate as number))
})

test('its probabilities sum to 1 and mean about what they say', async () => {
  const bins = Array.from({ length: 5 }, () => ({ n: 0, said: 0, true: 0 }))
  for (const rows of shoppers) {
    const state = emptyRanker()
    const ranker = createRanker(state)
    for (const { situation, actual, row } of liveSituations(rows)) {
      const { candidates, probabilities } = distributionOf(state, situation)
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
      candidates.forEach(({ key }, index) => {
        const said = probabilities[index] as number
        const bin = bins[Math.min(4, Math.floor(said * 5))]
        if (!bin) throw new Error('no such bin')
        bin.n++
        bin.said += said
        bin.true += key === actionKey(row.action) ? 1 : 0
      })
      ranker.learn?.(situation, actual)
    }
  }
  for (const bin of bins.filter(({ n }) => n > 30)) expect(Math.abs(bin.said - bin.true) / bin.n).toBeLessThan(0.25)
  const error =
    bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.true), 0) / bins.reduce((sum, bin) => sum + bin.n, 0)
  expect(error).toBeLessThan(0.01)
})

test('it is deterministic, and goes on from a saved state as if nothing had happened', async () => {
  const through = createLocalPredictor('ranker')
  let interrupted = createLocalPredictor('ranker')
  for (const { situation, actual } of liveSituations(shoppers[1]?.slice(0, 60) ?? [])) {
    expect(await interrupted.predict(situation, signal)).toEqual(await through.predict(situation, signal))
    through.learn?.(situation, actual)
    interrupted.learn?.(situation, actual)
    interrupted = createLocalPredictor('ranker', { state: structuredClone(interrupted.save?.()) })
    expect(interrupted.learnedFrom).toBe(through.learnedFrom)
  }
  expect(through.learnedFrom).toBe(60)
})

test('history, and an action the page does not name, teach nothing', () => {
  const ranker = createRanker()
  const situation = { history: [], observation: observation('<a name="x">x</a>') }
  ranker.learn?.(situation, { type: 'click', name: 'gone', click_type: 'other', timestamp: 1 })
  const [row] = shoppers[0] ?? []
  for (const action of row?.history ?? []) ranker.learn?.(situation, action)
  expect(ranker.learnedFrom).toBe(0)
})

test('one lesson moves the choice on the same page', async () => {
  const ranker = createRanker()
  const situation = { history: [], observation: observation('<a name="a">a</a><a name="b">b</a><a name="c">c</a>') }
  ranker.learn?.(situation, { type: 'click', name: 'b', click_type: 'other', timestamp: 1 })
  const { candidates } = await ranker.predict(situation, signal)
  expect(candidates[0]?.action).toEqual({ type: 'click', name: 'b' })
})

test('any page gives at most 20 candidates, most probable first', () => {
  const name = fc.stringMatching(/^[a-z0-9_.]{1,20}$/)
  const page = fc.array(fc.tuple(name, fc.string(), fc.constantFrom('a', 'button', 'input', 'select')), {
    maxLength: 60,
  })
  return fc.assert(
    fc.asyncProperty(page, async (elements) => {
      const context = elements.map(([leaf, text, tag]) => `<${tag} name="${leaf}">${text}</${tag}>`).join('')
      const { candidates } = await createRanker().predict({ history: [], observation: observation(context) }, signal)
      const probabilities = candidates.map(({ probability }) => probability)
      expect(candidates.length).toBeGreaterThan(0)
      expect(candidates.length).toBeLessThanOrEqual(20)
      expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a))
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1 + 1e-5)
    }),
  )
})

test('an aborted signal is obeyed', async () => {
  const situation = { history: [], observation: observation('') }
  await expect(createRanker().predict(situation, AbortSignal.abort())).rejects.toThrow(/abort/i)
})
