const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHA256 = /^[0-9a-f]{64}$/
/** Hexadecimal digits by the length of their base64url form. */
const UUID_LENGTH = 22
const SHA256_LENGTH = 43
/** Stands before what is neither. */
const AS_IT_IS = '='

const toBase64 = (hex: string): string => {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

const toHex = (text: string): string =>
  Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('')

/** A UUID or a SHA-256 in base64url, anything else marked as such. */
export function shortId(id: string): string {
  if (UUID.test(id)) return toBase64(id.replaceAll('-', ''))
  return SHA256.test(id) ? toBase64(id) : AS_IT_IS + id
}

/** What `shortId` was made of. Throws where it is not of that form. */
export function longId(short: string): string {
  if (short.startsWith(AS_IT_IS)) return short.slice(1)
  if (short.length === SHA256_LENGTH) return toHex(short)
  if (short.length !== UUID_LENGTH) throw new RangeError('no short id')
  const hex = toHex(short)
  return [0, 8, 12, 16, 20].map((from, n) => hex.slice(from, [8, 12, 16, 20, 32][n])).join('-')
}
