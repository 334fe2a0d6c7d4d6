import { expect, test } from 'vitest'
import { judgeAnswer } from '../../src/upload/judgeAnswer.ts'
import { id } from '../buffer/material.ts'

const acknowledged = (over: object = {}) => ({ batch_id: id(1), stored: 2, known: 1, rejected: [], ...over })
const rejects = (...rejected: [number, string | null][]) =>
  acknowledged({
    stored: 3 - rejected.length,
    known: 0,
    rejected: rejected.map(([index, item_id]) => ({ index, item_id, reason: 'no' })),
  })

test.each([
  [200, acknowledged(), 'accepted'],
  [201, acknowledged(), 'accepted'],
  [200, rejects([1, 'b']), 'accepted'],
  [200, rejects([1, null]), 'accepted'],
  [200, rejects([0, 'a'], [2, 'c']), 'accepted'],
  [200, rejects([1, 'a']), 'wait'],
  [200, rejects([3, null]), 'wait'],
  [200, rejects([1, 'b'], [1, 'b']), 'wait'],
  [200, acknowledged({ stored: 1 }), 'wait'],
  [200, acknowledged({ stored: 3 }), 'wait'],
  [200, acknowledged({ batch_id: id(2) }), 'wait'],
  [200, acknowledged({ extra: true }), 'wait'],
  [200, null, 'wait'],
  [204, null, 'wait'],
  [400, null, 'refused'],
  [413, null, 'refused'],
  [415, null, 'refused'],
  [422, null, 'refused'],
  [401, null, 'stop'],
  [403, null, 'stop'],
  [404, null, 'stop'],
  [410, null, 'stop'],
  [409, null, 'rename'],
  [405, null, 'wait'],
  [407, null, 'wait'],
  [408, null, 'wait'],
  [425, null, 'wait'],
  [429, null, 'wait'],
  [500, null, 'failed'],
  [502, null, 'wait'],
  [503, null, 'wait'],
  [504, null, 'wait'],
  [507, null, 'wait'],
])('%i with %j: %s', (status, body, kind) => {
  const answer = { status, body, error: null, retry_after_ms: null }
  expect(judgeAnswer(answer, id(1), ['a', 'b', 'c']).kind).toBe(kind)
})
