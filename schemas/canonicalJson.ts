/**
 * JSON with one spelling per value: keys sorted by UTF-16 code units, no white space, `undefined` left out.
 *
 * Numbers and strings are written as `JSON.stringify` writes them, which is what RFC 8785 (JSON Canonicalization
 * Scheme) prescribes.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}
