import { expect, test, vi } from 'vitest'
import { type BootstrapOptions, clusterBootstrap, type Estimate } from '../../src/score/clusterBootstrap.ts'
import { seededRandom } from '../../src/score/seededRandom.ts'

// Seconds of work on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Counts {
  hits: number
  n: number
}

const share = (sample: readonly Counts[]): number | null => {
  const n = sample.reduce((sum, counts) => sum + counts.n, 0)
  return n === 0 ? null : sample.reduce((sum, counts) => sum + counts.hits, 0) / n
}

const estimate = (clusters: readonly Counts[], options: BootstrapOptions): Estimate =>
  clusterBootstrap(clusters, (sample) => ({ share: share(sample) }), options).share

/** Participants whose own rate varies around `mean`: their steps are not independent. */
function simulate(participants: number, steps: number, mean: number, spread: number, seed: number): Counts[] {
  const random = seededRandom(seed)
  return Array.from({ length: participants }, () => {
    const rate = mean + spread * (random() * 2 - 1)
    return { n: steps, hits: Array.from({ length: steps }, random).filter((value) => value < rate).length }
  })
}

test('the interval covers the truth about as often as it says', () => {
  let covered = 0
  for (let seed = 0; seed < 200; seed++) {
    const { low, high } = estimate(simulate(30, 40, 0.4, 0.3, seed), { seed, resamples: 300 })
    if ((low as number) <= 0.4 && 0.4 <= (high as number)) covered++
  }
  expect(covered / 200).toBeGreaterThan(0.9)
  expect(covered / 200).toBeLessThan(0.985)
})

test('participants who differ give a wider interval than steps taken as independent would', () => {
  const clusters = simulate(30, 200, 0.4, 0.35, 3)
  const { low, high } = estimate(clusters, { seed: 1 })
  const independent = 2 * 1.96 * Math.sqrt((0.4 * 0.6) / 6000)
  expect((high as number) - (low as number)).toBeGreaterThan(2 * independent)
})

test('the seed determines the interval', () => {
  const clusters = simulate(10, 20, 0.4, 0.3, 3)
  expect(estimate(clusters, { seed: 5 })).toEqual(estimate(clusters, { seed: 5 }))
  expect(estimate(clusters, { seed: 5 })).not.toEqual(estimate(clusters, { seed: 6 }))
})

test.each([
  ['no participants', [], null, 'nothing to measure'],
  ['one participant', [{ hits: 1, n: 4 }], 0.25, 'no interval: needs at least 2 participants, there is 1'],
  [
    'a figure undefined almost everywhere',
    [{ hits: 0, n: 0 }, ...Array(9).fill({ hits: 0, n: 0 })],
    null,
    'nothing to measure',
  ],
])('%s: no interval, and why', (_, clusters, value, note) => {
  expect(estimate(clusters, { seed: 1 })).toEqual({ value, low: null, high: null, note })
})

test('a figure that most resamples cannot compute has no interval', () => {
  const needsAll = (sample: readonly number[]) => ({ all: new Set(sample).size === 12 ? 1 : null })
  const clusters = Array.from({ length: 12 }, (_, i) => i)
  expect(clusterBootstrap(clusters, needsAll, { seed: 1 }).all.note).toBe('no interval: undefined in most resamples')
})
