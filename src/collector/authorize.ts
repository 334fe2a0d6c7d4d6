import type { Context } from 'hono'
import { isSameHash, readBearerToken, sha256Of } from './bearerToken.ts'
import { Refusal } from './refusal.ts'
import type { Store, TokenOwner } from './store/port.ts'

/** SHA-256 of the request's token. Throws a 401 where it has none. */
export function tokenHashOf(context: Context): string {
  const token = readBearerToken(context.req.header('authorization'))
  if (token === null) {
    throw new Refusal(
      401,
      'no_token',
      'Send the participant\'s token as "Authorization: Bearer TOKEN": at least 32 random bytes, as base64url.',
    )
  }
  return sha256Of(token)
}

/** Whose token the request carries. Throws a 401 where nobody enrolled with it. */
export async function ownerOf(context: Context, store: Store): Promise<TokenOwner> {
  const hash = tokenHashOf(context)
  const owner = await store.findToken(hash)
  if (!owner || !isSameHash(owner.token_sha256, hash)) {
    throw new Refusal(
      401,
      'unknown_token',
      'Nobody is enrolled with this token, and nothing is stored under it. Enrol with PUT /v1/participants/ID first.',
    )
  }
  return owner
}

/** Id of the enrolled participant. Throws a 401, or a 410 after a withdrawal. */
export async function participantOf(context: Context, store: Store): Promise<string> {
  const owner = await ownerOf(context, store)
  if (owner.state === 'withdrawn') throw withdrawn()
  return owner.participant_id
}

export const withdrawn = () =>
  new Refusal(
    410,
    'withdrawn',
    'This participant has withdrawn, and their data is deleted. Stop recording and sending.',
  )
