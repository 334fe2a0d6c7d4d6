import { expect, test } from 'vitest'
import { predictorId } from '../../schemas/index.ts'
import { createLocalPredictor, localPredictorIds } from '../../src/predict/createLocalPredictor.ts'

test.each(localPredictorIds)('%s is made, under an id that a study file may name', (id) => {
  expect(createLocalPredictor(id).id).toBe(id)
  expect(createLocalPredictor(id, { state: undefined }).learnedFrom).toBe(0)
  expect(predictorId.safeParse(id).success).toBe(true)
})

test('an unknown id says which there are', () => {
  expect(() => createLocalPredictor('rankr')).toThrow(
    /no predictor "rankr".*ranker, most-frequent, terminate or claude:MODEL/,
  )
})

test('a ranker state of the wrong kind is refused', () => {
  expect(() => createLocalPredictor('ranker', { state: { weights: [] } })).toThrow(/damaged. Delete it/)
})
