import { canonicalJson } from '../../schemas/index.ts'

/** SHA-256, in hexadecimal, of items as canonical JSON in UTF-8. */
export async function hashItems(items: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(items)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
