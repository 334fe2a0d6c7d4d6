import { type ClaudeOptions, createClaudePredictor } from './claude/createClaudePredictor.ts'
import { createLocalPredictor, type LocalPredictorOptions } from './createLocalPredictor.ts'
import type { Predictor } from './port.ts'

export type PredictorDeps = LocalPredictorOptions & Partial<Omit<ClaudeOptions, 'id'>>

/** True for a predictor that needs a key and a network, and may be asked several things at once. */
export const isRemote = (id: string): boolean => id.startsWith('claude:')

/**
 * Any predictor by the id that a study file and the command line use.
 *
 * @throws Error where there is none of that id, or its key is missing; the message says what to do.
 */
export function createPredictor(id: string, { state, apiKey, ...claude }: PredictorDeps = {}): Predictor {
  if (!isRemote(id)) return createLocalPredictor(id, { state })
  if (!apiKey) throw new Error(`${id} needs an Anthropic API key. Set the environment variable ANTHROPIC_API_KEY.`)
  return createClaudePredictor({ id, apiKey, ...claude })
}
