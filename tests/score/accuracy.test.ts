import { expect, test } from 'vitest'
import { accuracy } from '../../src/score/accuracy.ts'

test.each([
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  // By hand.
  [10, 10, 0.7225, 1],
  [5, 10, 0.2366, 0.7634],
])('%i of %i lies between %f and %f', (hits, n, low, high) => {
  const share = accuracy(hits, n)
  expect(share.value).toBe(hits / n)
  expect(share.low).toBeCloseTo(low, 4)
  expect(share.high).toBeCloseTo(high, 4)
})

test('nothing counted has no value', () => {
  expect(accuracy(0, 0)).toEqual({ hits: 0, n: 0, value: null, low: null, high: null })
})

test.each([
  [2, 1],
  [-1, 4],
  [0.5, 1],
  [Number.NaN, 1],
])('%f of %f is refused', (hits, n) => {
  expect(() => accuracy(hits, n)).toThrow(RangeError)
})
