import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerIngest, gzippedSize } from './answerIngest.ts'

export interface Received {
  path: string
  /** Bytes of the body as it came, and gzipped where it was not. */
  wire: number
  gzipped: number
  /** The body itself, where bodies are kept. */
  body: Uint8Array | null
}

export interface Ingest {
  /** Origin, without a slash at the end. */
  url: string
  received: Received[]
  close(): Promise<void>
}

/**
 * Stands in for a vendor's server, on the loopback interface: takes all uploads and counts their bytes.
 *
 * @param keepsBodies to look into them later.
 */
export async function startIngest(keepsBodies = false): Promise<Ingest> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const path = request.url ?? '/'
    const method = request.method ?? 'GET'
    if (method === 'POST')
      received.push({ path, wire: body.length, gzipped: gzippedSize(body), body: keepsBodies ? body : null })
    const answer = answerIngest({ method, url: path, origin: request.headers.origin, body })
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
