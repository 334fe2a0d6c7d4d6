import { gunzipSync, inflateSync } from 'node:zlib'

/** Beginnings of a gzip member, and of zlib streams. */
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
const isZlib = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] as number)

function attempt(unpack: () => Buffer): Buffer | null {
  try {
    return unpack()
  } catch {
    return null
  }
}

/** gzip inside of JSON strings, one character a byte, as PostHog packs its snapshots. */
function packedStrings(value: unknown, found: string[]): void {
  if (typeof value === 'string') {
    if (value.startsWith('\x1f\x8b')) found.push(...openBody(Buffer.from(value, 'latin1')))
  } else if (value && typeof value === 'object') for (const one of Object.values(value)) packedStrings(one, found)
}

/**
 * Everything that can be read in the body of an upload: unpacked where it is gzip, with what is packed inside of its
 * JSON, and the zlib streams that follow a line of their own, as in Sentry's envelopes.
 */
export function openBody(body: Uint8Array): string[] {
  if (isGzip(body)) {
    const inner = attempt(() => gunzipSync(body))
    return inner ? openBody(inner) : [Buffer.from(body).toString('latin1')]
  }
  const bytes = Buffer.from(body)
  const texts = [bytes.toString('utf8')]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    const rest = bytes.subarray(at + 1)
    const inner = isZlib(rest) ? attempt(() => inflateSync(rest)) : null
    if (inner) texts.push(inner.toString('utf8'))
  }
  try {
    packedStrings(JSON.parse(texts[0] as string), texts)
  } catch {
    // Not JSON.
  }
  return texts
}
