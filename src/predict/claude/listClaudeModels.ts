import Anthropic from '@anthropic-ai/sdk'
import { PredictorError } from '../predictorError.ts'
import { explainError } from './explainError.ts'

export interface ClaudeModel {
  /** As it stands after `claude:`. */
  id: string
  name: string
}

/**
 * Models that this key may use and that can answer in the form asked for, as Anthropic lists them; to fill a picker.
 *
 * @throws PredictorError whose message says what to do.
 */
export async function listClaudeModels({
  apiKey,
  baseURL = 'https://api.anthropic.com',
}: {
  apiKey: string
  baseURL?: string
}): Promise<ClaudeModel[]> {
  const timeout = 8000
  const client = new Anthropic({
    apiKey,
    authToken: null,
    baseURL,
    timeout,
    maxRetries: 1,
    dangerouslyAllowBrowser: true,
    logLevel: 'off',
    openTelemetry: false,
  })
  const models: ClaudeModel[] = []
  try {
    for await (const { id, display_name, lifecycle, capabilities } of client.models.list())
      if (lifecycle !== 'retired' && capabilities?.structured_outputs.supported !== false)
        models.push({ id, name: display_name })
  } catch (error) {
    throw new PredictorError(explainError(error, { model: 'models', baseURL, timeout }))
  }
  return models
}
