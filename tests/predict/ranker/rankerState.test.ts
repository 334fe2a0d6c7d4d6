import { expect, test } from 'vitest'
import { emptyRanker, loadRanker, saveRanker } from '../../../src/predict/ranker/rankerState.ts'

function learned() {
  const state = emptyRanker()
  state.learnedFrom = 41
  for (const feature of [0, 7, 65_535]) {
    state.weights[feature] = feature / 3 - 1
    state.squares[feature] = feature / 7 + 0.1
  }
  return state
}

test('a saved state is read back whole', () => {
  expect(loadRanker(saveRanker(learned()))).toEqual(learned())
  expect(loadRanker(saveRanker(emptyRanker()))).toEqual(emptyRanker())
})

test('it takes 12 bytes a feature that has learned', () => expect(saveRanker(learned()).length).toBe(16 + 3 * 12))

test('a view into a larger buffer is read', () => {
  const saved = saveRanker(learned())
  const within = new Uint8Array(saved.length + 10)
  within.set(saved, 5)
  expect(loadRanker(within.subarray(5, 5 + saved.length))).toEqual(learned())
})

const changed = (at: number): Uint8Array => {
  const bytes = saveRanker(learned())
  bytes[at] = (bytes[at] as number) ^ 1
  return bytes
}

test.each([
  ['nothing', new Uint8Array(), /cut short.*Delete it/],
  ['another version', changed(3), /another version/],
  ['a flipped bit in the checksum', changed(5), /damaged/],
  ['a flipped bit in learnedFrom', changed(8), /damaged/],
  ['a flipped bit in a weight', changed(21), /damaged/],
  ['a lost tail', saveRanker(learned()).subarray(0, 40), /cut short/],
])('%s is refused', (_, bytes, message) => {
  expect(() => loadRanker(bytes)).toThrow(message)
})
