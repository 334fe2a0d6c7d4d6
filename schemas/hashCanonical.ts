import { canonicalJson } from './canonicalJson.ts'

/** SHA-256, in hexadecimal, of a value as canonical JSON in UTF-8. */
export async function hashCanonical(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
