import { createHash } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, which are misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The study's join code, six characters made of its id. It is no secret: with the collector's address it only says
 * which study is meant, in a form that can be read out and typed.
 */
export function joinCode(study_id: string): string {
  const hash = createHash('sha256').update(`shoptrace join ${study_id}`).digest()
  return Array.from(hash.subarray(0, 6), (byte) => ALPHABET[byte % 32]).join('')
}

/** A code as typed, as it is written: I and L are read as 1, O as 0, hyphens and small letters do not matter. */
export const readJoinCode = (typed: string): string =>
  typed.toUpperCase().replace(/[-\s]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')

/** What a participant types: the collector's address and the code, in two halves that are easier to read. */
export const typedJoinCode = (endpoint: string, study_id: string): string =>
  `${endpoint.replace(/^https?:\/\//, '').replace(/\/$/, '')}/${joinCode(study_id).replace(/(?<=^...)/, '-')}`
