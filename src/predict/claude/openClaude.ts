import { BaseAnthropic } from '@anthropic-ai/sdk/client'
import { Messages } from '@anthropic-ai/sdk/resources/messages/messages'
import { Models } from '@anthropic-ai/sdk/resources/models'

export interface ClaudeConnection {
  apiKey: string
  /** Default https://api.anthropic.com. */
  baseURL?: string
  /** For one attempt, in milliseconds. Default 8,000: a shopper does not wait. */
  timeout?: number
  /** Attempts after a failed one. Default 1. */
  maxRetries?: number
}

/**
 * Anthropic's client with the two parts used here; the `Anthropic` class holds every part of the API and would make the
 * extension's worker some 300 kB larger.
 */
export function openClaude({
  apiKey,
  baseURL = 'https://api.anthropic.com',
  timeout = 8000,
  maxRetries = 1,
}: ClaudeConnection): { messages: Messages; models: Models } & Required<Omit<ClaudeConnection, 'apiKey'>> {
  const client = new BaseAnthropic({
    apiKey,
    authToken: null,
    baseURL,
    timeout,
    maxRetries,
    dangerouslyAllowBrowser: true,
    // Page content belongs in no log and no trace.
    logLevel: 'off',
    openTelemetry: false,
  })
  return { messages: new Messages(client), models: new Models(client), baseURL, timeout, maxRetries }
}
