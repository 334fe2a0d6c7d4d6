import { gzipSync } from 'node:zlib'

/** JSON bytes of one of Shoptrace's uploads before compression, at most. */
const MOST = 1_000_000

/**
 * Bytes of the bodies when gathered into uploads as large as Shoptrace's and gzipped together: what a recorder would
 * send that waits as long. A larger body goes alone. Null where some are compressed already.
 */
export function gatheredSize(bodies: readonly Uint8Array[]): number | null {
  if (bodies.length === 0 || bodies.some((body) => body[0] !== '{'.charCodeAt(0) && body[0] !== '['.charCodeAt(0)))
    return null
  let sum = 0
  let group: Uint8Array[] = []
  let size = 0
  for (const body of bodies) {
    if (group.length > 0 && size + body.length > MOST) {
      sum += gzipSync(Buffer.concat(group)).length
      group = []
      size = 0
    }
    group.push(body)
    size += body.length
  }
  return sum + gzipSync(Buffer.concat(group)).length
}
