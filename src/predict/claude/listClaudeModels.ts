import { PredictorError } from '../predictorError.ts'
import { explainError } from './explainError.ts'
import { type ClaudeConnection, openClaude } from './openClaude.ts'

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
export async function listClaudeModels(connection: ClaudeConnection): Promise<ClaudeModel[]> {
  const { models, baseURL, timeout } = openClaude(connection)
  const usable: ClaudeModel[] = []
  try {
    for await (const { id, display_name, lifecycle, capabilities } of models.list())
      if (lifecycle !== 'retired' && capabilities?.structured_outputs.supported !== false)
        usable.push({ id, name: display_name })
  } catch (error) {
    throw new PredictorError(explainError(error, { model: 'models', baseURL, timeout }))
  }
  return usable
}
