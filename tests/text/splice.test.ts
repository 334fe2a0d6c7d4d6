import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splice, spliceBetween } from '../../src/text/splice.ts'

const piece = fc.constantFrom('a', 'b', '😀', '\n', 'word '.repeat(300))
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

test('what lies between two texts makes the one the other, and puts in no more than that', () => {
  fc.assert(
    fc.property(text, text, text, text, (start, before, after, end) => {
      const [one, other] = [start + before + end, start + after + end]
      const change = spliceBetween(one, other)
      expect(splice(one, change)).toBe(other)
      expect(change.put.length).toBeLessThanOrEqual(after.length)
    }),
    { numRuns: 500, seed: 20261126 },
  )
})

test('a text that is too short for a change is not the one that was meant', () => {
  expect(splice('abc', { at: 2, cut: 2, put: '' })).toBeNull()
})
