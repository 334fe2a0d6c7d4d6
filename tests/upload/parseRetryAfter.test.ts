import { expect, test } from 'vitest'
import { parseRetryAfter } from '../../src/upload/parseRetryAfter.ts'

const NOW = Date.UTC(2026, 10, 2, 9)

test.each([
  [null, null],
  ['', null],
  ['120', 120_000],
  [' 7 ', 7000],
  ['0', 0],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['Mon, 02 Nov 2026 09:05:00 GMT', 300_000],
  ['Mon, 02 Nov 2026 08:05:00 GMT', 0],
  ['Monday, 02-Nov-26 09:01:00 GMT', 60_000],
  ['2026-11-02', null],
])('%j is %s ms', (header, expected) => {
  expect(parseRetryAfter(header, NOW)).toBe(expected)
})
