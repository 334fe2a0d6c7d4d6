import { expect, test } from 'vitest'
import { seededRandom } from '../../src/score/seededRandom.ts'

const draw = (seed: number, n: number): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, random)
}

test('a seed determines the numbers, and another seed gives others', () => {
  expect(draw(7, 20)).toEqual(draw(7, 20))
  expect(draw(7, 20)).not.toEqual(draw(8, 20))
})

test('numbers are uniform in [0, 1)', () => {
  const bins = new Array(10).fill(0)
  const values = draw(1, 100_000)
  expect(values.filter((value) => !(value >= 0 && value < 1))).toEqual([])
  for (const value of values) bins[Math.floor(value * 10)]++
  // Chi-squared with 9 degrees of freedom: 27.9 is exceeded once in a thousand seeds.
  const chi = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  expect(chi).toBeLessThan(27.9)
})

test('neighbouring seeds are not correlated', () => {
  const firsts = Array.from({ length: 2000 }, (_, seed) => draw(seed, 1)[0] as number)
  const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length
  expect(mean).toBeCloseTo(0.5, 1)
})
