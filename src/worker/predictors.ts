import type { ConsentChoices, Study } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import { stored } from '../platform/stored.ts'
import { createClaudePredictor } from '../predict/claude/createClaudePredictor.ts'
import { createLocalPredictor } from '../predict/createLocalPredictor.ts'
import type { Predictor } from '../predict/port.ts'
import { BASELINE } from './panelState.ts'

/** The study's predictors as this participant allows them, and the baseline that every figure stands beside. */
export async function openPredictors(
  study: Study,
  choices: ConsentChoices,
  buffer: TraceBuffer,
): Promise<{ local: Predictor[]; remote: Predictor[] }> {
  const ids = [...new Set([...study.predictors, BASELINE])]
  const local: Predictor[] = []
  const remote: Predictor[] = []
  for (const id of ids) {
    if (!id.startsWith('claude:')) {
      local.push(await openLocal(id, buffer))
    } else if (choices.outside_model) {
      const apiKey = await stored.claudeKey.getValue()
      const baseURL = await stored.claudeBaseUrl.getValue()
      const model = (await stored.claudeModel.getValue()) ?? id.slice('claude:'.length)
      if (apiKey) remote.push(createClaudePredictor({ id: `claude:${model}`, apiKey, ...(baseURL ? { baseURL } : {}) }))
    }
  }
  return { local, remote }
}

/** A local predictor with what it has learned; where that is damaged, it starts anew and the damage is reported. */
async function openLocal(id: string, buffer: TraceBuffer): Promise<Predictor> {
  try {
    return createLocalPredictor(id, { state: await buffer.getModel(id) })
  } catch (error) {
    console.error(`Shoptrace: what "${id}" had learned cannot be read; it starts anew.`, error)
    await buffer.deleteModel(id)
    return createLocalPredictor(id)
  }
}

/** Keeps what a predictor has learned, so that it outlives the worker. */
export async function saveModel(predictor: Predictor, buffer: TraceBuffer): Promise<void> {
  const state = predictor.save?.()
  if (state !== undefined) await buffer.putModel(predictor.id, state)
}
