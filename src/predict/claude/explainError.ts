import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from '@anthropic-ai/sdk/core/error'

export interface RequestFacts {
  model: string
  baseURL: string
  /** Milliseconds. */
  timeout: number
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} s`

/** What went wrong with a request to Claude, and what to do about it; the key is never in it. */
export function explainError(error: unknown, { model, baseURL, timeout }: RequestFacts): string {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return `Claude did not answer within ${seconds(timeout)}. Try again, or choose a faster model such as claude-haiku-5-5.`
  if (error instanceof APIConnectionError)
    return `Claude could not be reached at ${baseURL}. Check the network connection and the address.`
  if (error instanceof AuthenticationError)
    return 'The Anthropic API key was refused. Enter a valid key in the options page, or set ANTHROPIC_API_KEY for the command line.'
  if (!(error instanceof APIError)) return `Claude's answer could not be read: ${(error as Error).message}`
  const said = error.apiMessage ? ` (${error.apiMessage})` : ''
  if (error instanceof PermissionDeniedError)
    return `This Anthropic API key may not use ${model}${said}. Choose another model, or ask the key's owner for access.`
  if (error instanceof NotFoundError)
    return `Anthropic knows no model "${model}"${said}. Choose one from its list, such as claude-haiku-5-5.`
  if (error instanceof RateLimitError) {
    const wait = error.headers?.get('retry-after')
    return `Too many requests with this Anthropic API key. Wait ${wait ? `${wait} s` : 'a minute'}, or raise the key's limit.`
  }
  if (error.status === 402)
    return `The account of this Anthropic API key cannot pay${said}. Add credit, or use another key.`
  if (error.status === 413)
    return `The page is too large for ${model}${said}. Use a model with a larger context window.`
  if (error instanceof BadRequestError)
    return `Anthropic refused the request${said}. Choose a current model such as claude-haiku-5-5, and report this if it goes on.`
  if (error.status === 529) return 'Claude is overloaded at the moment. Try again in a minute.'
  return `Anthropic's service failed with status ${error.status}${said}. Try again in a minute.`
}
