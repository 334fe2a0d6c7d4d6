import { z } from 'zod'
import { Refusal } from '../refusal.ts'

const body = z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{43,256}$/) })

/** The secret that can only delete, from the body of `POST /v1/leave`. Throws a 422 where there is none. */
export function readLeaveSecret(json: unknown): string {
  const { data } = body.safeParse(json)
  if (!data) {
    throw new Refusal(422, 'bad_secret', 'Send {"secret": …}: at least 32 random bytes, as base64url.')
  }
  return data.secret
}
