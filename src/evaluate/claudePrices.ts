import type { Usage } from '../predict/port.ts'

/**
 * Prices in US dollars for a million tokens, prompts up to 100,000 tokens, as Anthropic's model pages gave them in
 * October 2026; a cache write costs 1.25 times the input, a read a tenth.
 */
const PRICES: Record<string, { input: number; output: number }> = {
  'claude:claude-haiku-5-5': { input: 0.1, output: 0.5 },
  'claude:claude-sonnet-5-5': { input: 2, output: 10 },
  'claude:claude-opus-5-5': { input: 4, output: 20 },
}

/** What this use of a predictor cost, in US dollars; null where its price is not known. */
export function costOf(predictor: string, usage: Usage): number | null {
  const price = PRICES[predictor]
  if (!price) return null
  const input = usage.input_tokens + 1.25 * usage.cache_creation_input_tokens + 0.1 * usage.cache_read_input_tokens
  return (input * price.input + usage.output_tokens * price.output) / 1e6
}
