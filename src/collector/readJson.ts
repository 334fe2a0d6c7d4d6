import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Refusal } from './refusal.ts'

const tooLarge = (what: string, limit: number) =>
  new Refusal(413, 'too_large', `The body is larger than ${limit} bytes ${what}. Send it in smaller parts.`)

/** Passes bytes on until they are more than `limit`. */
const atMost = (limit: number, what: string) =>
  async function* (source: AsyncIterable<Uint8Array>) {
    let total = 0
    for await (const chunk of source) {
      total += chunk.byteLength
      if (total > limit) throw tooLarge(what, limit)
      yield chunk
    }
  }

/** Bytes of a request's body, unzipped where `Content-Encoding` says so. Stops reading at either limit. */
async function readBytes(request: Request, sent: number, unzipped: number): Promise<Uint8Array> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new Refusal(415, 'unknown_encoding', 'Send the body gzipped (Content-Encoding: gzip) or as it is.')
  }
  if (Number(request.headers.get('content-length') ?? 0) > sent) throw tooLarge('as sent', sent)
  if (!request.body) throw new Refusal(400, 'no_body', 'The request has no body. Send JSON.')

  const chunks: Uint8Array[] = []
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) chunks.push(chunk)
  }
  const source = Readable.fromWeb(request.body as import('node:stream/web').ReadableStream)
  if (encoding === 'identity') await pipeline(source, atMost(Math.min(sent, unzipped), 'as sent'), collect)
  else await pipeline(source, atMost(sent, 'as sent'), createGunzip(), atMost(unzipped, 'unzipped'), collect)
  return Buffer.concat(chunks)
}

/**
 * A request's JSON body and its uncompressed bytes.
 *
 * Throws a `Refusal`: 413 as soon as a limit is passed (a zip bomb is never unpacked further than that), 415 for an
 * encoding other than gzip, 400 for anything that is no JSON.
 */
export async function readJson(
  request: Request,
  limits: { compressed: number; decompressed: number },
): Promise<{ json: unknown; bytes: Uint8Array }> {
  let bytes: Uint8Array
  try {
    bytes = await readBytes(request, limits.compressed, limits.decompressed)
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new Refusal(400, 'bad_gzip', 'The body says gzip, but cannot be unzipped. Send it again, whole.')
    }
    throw new Refusal(400, 'incomplete', 'The body did not arrive whole. Send it again.')
  }
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), bytes }
  } catch {
    throw new Refusal(400, 'bad_json', 'The body is not JSON in UTF-8. Check how it is written.')
  }
}
