import type { Context } from 'hono'
import type { Refusal } from './refusal.ts'

/** The answer that carries a refusal, with the headers its status asks for. */
export function answerRefusal(context: Context, refusal: Refusal): Response {
  if (refusal.status === 401) context.header('WWW-Authenticate', 'Bearer')
  // The rest of the body is not read, so the connection cannot carry another request.
  if (refusal.status === 413) context.header('Connection', 'close')
  if (refusal.status >= 503) context.header('Retry-After', '60')
  return context.json(refusal.body, refusal.status)
}
