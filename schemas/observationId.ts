import { canonicalJson } from './canonicalJson.ts'
import type { CapturedObservation } from './observation.ts'

/** The address of an observation: SHA-256, in hexadecimal, of all its other fields as canonical JSON in UTF-8. */
export async function observationId(captured: CapturedObservation): Promise<string> {
  const json = canonicalJson({ schema_version: 1, ...captured })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
