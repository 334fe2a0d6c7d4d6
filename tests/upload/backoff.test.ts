import { expect, test } from 'vitest'
import { backoff } from '../../src/upload/backoff.ts'

test.each([
  [1, 0, null, 1000],
  [1, 0.999, null, 4995],
  [2, 0.5, null, 5000],
  [5, 0.5, null, 40_000],
  [10, 0.5, null, 1_280_000],
  [11, 0.5, null, 1_800_000],
  [5000, 0.5, null, 1_800_000],
  [5000, 0.999999, null, 3_599_996],
  [0, 0.5, null, 2500],
  [1, 0.5, 60_000, 62_500],
  [1, 0, 0, 1000],
  [30, 0.5, 60_000, 65_000],
  [1, 0.5, 365 * 86_400_000, 86_400_000],
])('after %i failures, random %d, Retry-After %s ms: wait %i ms', (attempts, random, retry_after_ms, expected) => {
  expect(backoff(attempts, random, retry_after_ms)).toBe(expected)
})
