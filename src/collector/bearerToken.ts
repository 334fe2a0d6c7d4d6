import { createHash, timingSafeEqual } from 'node:crypto'

/** At least 32 bytes of randomness as base64url: 43 characters. */
const TOKEN = /^[A-Za-z0-9_-]{43,256}$/

/** The token of an `Authorization: Bearer …` header; null where there is none, or none long enough to be unguessable. */
export function readBearerToken(header: string | undefined): string | null {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  return token !== undefined && TOKEN.test(token) ? token : null
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Compares two hashes in a time that does not depend on where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
