import { expect, test } from 'vitest'
import { addConfusions, type Confusion, countPair, f1 } from '../../src/score/f1.ts'

const labels = ['a', 'b', 'c'] as const
type Label = (typeof labels)[number]

const confusionOf = (actual: string, predicted: string): Confusion<Label> => {
  const confusion: Confusion<Label> = {}
  for (let i = 0; i < actual.length; i++) countPair(confusion, actual[i] as Label, predicted[i] as string)
  return confusion
}

// Macro and weighted, by hand after scikit-learn's definitions.
test.each([
  ['all right', 'aabbcc', 'aabbcc', 1, 1],
  ['all wrong', 'aaa', 'bbb', 0, 0],
  ['uneven', 'aaaabbc', 'aaabbac', (0.75 + 0.5 + 1) / 3, (0.75 * 4 + 0.5 * 2 + 1) / 7],
  ['a class never predicted', 'aab', 'aaa', 0.4, (0.8 * 2) / 3],
  ['a class that does not occur', 'aab', 'aab', 1, 1],
])('%s', (_, actual, predicted, macro, weighted) => {
  const result = f1(confusionOf(actual, predicted), labels)
  expect(result?.macro).toBeCloseTo(macro, 12)
  expect(result?.weighted).toBeCloseTo(weighted, 12)
})

test('a failed prediction is a miss, not a class', () => {
  const result = f1(confusionOf('aab', 'a-b'), labels)
  expect(result?.classes.map((score) => score.label)).toEqual(['a', 'b'])
  expect(result?.accuracy).toBeCloseTo(2 / 3)
  expect(result?.classes[0]).toEqual({ label: 'a', precision: 1, recall: 0.5, f1: 2 / 3, support: 2 })
})

test('nothing counted', () => expect(f1({}, labels)).toBeNull())

test('a sum of confusions scores as the pairs together do', () => {
  const parts = [confusionOf('aab', 'abb'), confusionOf('cca', 'ca-'), confusionOf('', '')]
  expect(f1(addConfusions(parts), labels)).toEqual(f1(confusionOf('aabcca', 'abbca-'), labels))
  expect(parts[0]).toEqual(confusionOf('aab', 'abb'))
})
