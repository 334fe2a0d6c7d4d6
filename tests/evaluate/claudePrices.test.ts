import { expect, test } from 'vitest'
import { costOf } from '../../src/evaluate/claudePrices.ts'

const million = { input_tokens: 0, output_tokens: 0, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 }

test.each([
  ['claude:claude-haiku-5-5', { input_tokens: 1e6 }, 0.1],
  ['claude:claude-haiku-5-5', { output_tokens: 1e6 }, 0.5],
  ['claude:claude-haiku-5-5', { cache_creation_input_tokens: 1e6 }, 0.125],
  ['claude:claude-haiku-5-5', { cache_read_input_tokens: 1e6 }, 0.01],
  ['claude:claude-sonnet-5-5', { input_tokens: 1e6, output_tokens: 1e6 }, 12],
  ['claude:claude-unknown', { input_tokens: 1e6 }, null],
])('%s %o', (id, usage, dollars) => {
  const cost = costOf(id, { ...million, ...usage })
  if (dollars === null) expect(cost).toBeNull()
  else expect(cost).toBeCloseTo(dollars, 10)
})
