import { serve } from '@hono/node-server'
import { openBody } from '../../../bench/canaries/openBody.ts'
import type { Study } from '../../../schemas/index.ts'
import { createCollector } from '../../../src/collector/createCollector.ts'
import { openStore } from '../../../src/collector/store/openStore.ts'

export interface TappedCollector {
  url: string
  /** Addresses, headers and unpacked bodies of all that was sent to it. */
  wire: string[]
  /** Takes the study, whose endpoint is this collector's own address. */
  use(study: Study): Promise<void>
  close(): Promise<void>
}

/** A real collector on a SQLite file, of which every byte that arrives is kept. */
export async function startTappedCollector(database: string): Promise<TappedCollector> {
  const store = await openStore(`sqlite:${database}`)
  const wire: string[] = []
  let handle: ((request: Request) => Response | Promise<Response>) | null = null
  async function answer(request: Request): Promise<Response> {
    wire.push(request.url, JSON.stringify([...request.headers]))
    wire.push(...openBody(Buffer.from(await request.clone().arrayBuffer())))
    return handle ? handle(request) : new Response(null, { status: 503 })
  }
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve({ server, port: info.port }),
    )
  })
  return {
    url: `http://127.0.0.1:${port}`,
    wire,
    async use(study) {
      await store.keepStudy(study)
      const { fetch } = createCollector({ study, store })
      handle = (request) => fetch(request)
    },
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
    },
  }
}
