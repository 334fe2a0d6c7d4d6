import { expect, test } from 'vitest'
import { predictedAction } from '../../schemas/index.ts'
import { toPredicted } from '../../src/score/toPredicted.ts'

const whole = {
  timestamp: 1,
  click_type: 'purchase',
  role: 'button',
  text: 'red shoes',
  name: 'a.b',
  reason: 'idle',
} as const

test.each([
  ['click', { type: 'click', name: 'a.b' }],
  ['type_and_submit', { type: 'type_and_submit', name: 'a.b', text: 'red shoes' }],
  ['terminate', { type: 'terminate' }],
] as const)('%s keeps only what is predicted', (type, expected) => {
  const action = toPredicted({ ...whole, type })
  expect(action).toEqual(expected)
  expect(predictedAction.parse(action)).toEqual(expected)
})

test.each(['input', 'scroll', 'navigate', 'tab'] as const)('%s is history', (type) => {
  expect(toPredicted({ ...whole, type })).toBeNull()
})
