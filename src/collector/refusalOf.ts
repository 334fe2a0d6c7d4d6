import type { Context } from 'hono'
import { Refusal } from './refusal.ts'
import { StoreError } from './store/storeError.ts'

/** Any failure of a request as a refusal: 507 and 503 for a store in trouble. Logs those that are not the sender's. */
export function refusalOf(error: unknown, context: Context, log: (line: string) => void): Refusal {
  if (error instanceof Refusal) return error
  // Method only: the address may name a participant.
  log(`${context.req.method} failed: ${error instanceof Error ? error.stack : String(error)}`)
  if (!(error instanceof StoreError)) {
    return new Refusal(500, 'failed', 'The collector failed. Nothing of this was acknowledged: keep it and try later.')
  }
  return error.trouble === 'full'
    ? new Refusal(
        507,
        'store_full',
        'The collector has no room left. Nothing of this was stored: keep it and try later.',
      )
    : new Refusal(503, 'store_failing', 'The collector cannot store now. Nothing was stored: keep it and try later.')
}
