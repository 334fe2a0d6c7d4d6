import type { Message } from '@anthropic-ai/sdk/resources/messages/messages'
import type { Predictor, Usage } from '../port.ts'
import { PredictorError } from '../predictorError.ts'
import { answerSchema, parseAnswer } from '../prompt/answer.ts'
import { buildPrompt, type PromptOptions } from '../prompt/buildPrompt.ts'
import { readAnswer } from '../prompt/readAnswer.ts'
import { PROMPT_VERSION } from '../prompt/systemPrompt.ts'
import { explainError } from './explainError.ts'
import { type ClaudeConnection, openClaude } from './openClaude.ts'
import { withCacheControl } from './withCacheControl.ts'

export interface ClaudeOptions extends PromptOptions, ClaudeConnection {
  /** `claude:MODEL`, as in a study file. */
  id: string
}

/** Room for the answer and for the model's thinking, which counts toward it. */
const MAX_TOKENS = 4096

function usageOf({ usage }: Message): Usage {
  return {
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cache_read_input_tokens: usage.cache_read_input_tokens ?? 0,
    cache_creation_input_tokens: usage.cache_creation_input_tokens ?? 0,
  }
}

/** Why there is nothing to parse, and what to do; null where there is. */
function explainStop({ stop_reason }: Message, model: string): string | null {
  switch (stop_reason) {
    case 'refusal':
      return `${model} declined to predict on this page. Nothing needs to be done; another model may answer.`
    case 'max_tokens':
      return `${model} did not finish its answer within ${MAX_TOKENS} tokens. Choose a model that thinks less.`
    case 'model_context_window_exceeded':
      return `This session is too long for ${model}. Choose a model with a larger context window.`
    default:
      return null
  }
}

/**
 * Claude behind the predictor port: one request per prediction through Anthropic's Messages API, the answer bound to one
 * fixed JSON schema, the prompt append-only and cached by the provider.
 *
 * `predict` rejects with an `AbortError` when its signal aborts (the connection is closed), else with a `PredictorError`.
 *
 * @throws Error where the id names no model or the key is empty.
 */
export function createClaudePredictor(options: ClaudeOptions): Predictor {
  const { id, budget, ...connection } = options
  const model = /^claude:([\w.-]+)$/.exec(id)?.[1]
  if (!model) throw new Error(`"${id}" names no Claude model. Write claude:MODEL, such as claude:claude-haiku-5-5.`)
  if (!connection.apiKey) throw new Error(`${id} needs an Anthropic API key.`)
  const { messages, baseURL, timeout, maxRetries } = openClaude(connection)
  // A server may ask for a long wait before a retry; a shopper will have acted by then.
  const deadline = timeout * (maxRetries + 1) + 2000

  return {
    id,
    version: PROMPT_VERSION,
    learnedFrom: 0,
    async predict(situation, signal) {
      signal.throwIfAborted()
      const request = {
        model,
        max_tokens: MAX_TOKENS,
        ...withCacheControl(buildPrompt(situation, budget === undefined ? {} : { budget })),
        output_config: { effort: 'low' as const, format: { type: 'json_schema' as const, schema: answerSchema } },
      }
      let message: Message
      try {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(deadline)])
        message = await messages.create(request, { signal: limited })
      } catch (error) {
        if (signal.aborted) throw new DOMException('The prediction is no longer wanted.', 'AbortError')
        throw new PredictorError(explainError(error, { model, baseURL, timeout }))
      }
      if (!Array.isArray(message.content) || !message.usage)
        throw new PredictorError(`The server at ${baseURL} does not speak Anthropic's Messages API. Check the address.`)
      const usage = usageOf(message)
      const stopped = explainStop(message, model)
      if (stopped) throw new PredictorError(stopped, usage)
      const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('')
      const answer = parseAnswer(text)
      if (!answer)
        throw new PredictorError(
          `${model} did not answer in the form asked for. Choose a model with structured output.`,
          usage,
        )
      const ranking = readAnswer(answer, situation.observation)
      if (ranking.candidates.length === 0)
        throw new PredictorError(`${model} named nothing that is on this page. A larger model may do better.`, usage)
      return { ...ranking, usage }
    },
  }
}
