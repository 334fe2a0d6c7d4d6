import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import type { Batch, PackedBatch } from '../../schemas/index.ts'
import { type StudyFile, study as studySchema } from '../../schemas/study.ts'
import { createCollector } from '../../src/collector/createCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import type { Arrived } from './tool.ts'

export interface CountingCollector {
  url: string
  study: ReturnType<typeof studySchema.parse>
  arrived: Arrived
  close(): Promise<void>
}

type Handler = (request: Request) => Response | Promise<Response>

const studyFor = (origins: readonly string[], endpoint: string): StudyFile => ({
  schema_version: 1,
  id: 'bench',
  title: 'Benchmark',
  version: 1,
  contact: { name: 'Benchmark', email: 'bench@shoptrace.example' },
  consent: { version: '1', text: { en: 'A benchmark records a script.' } },
  shops: [{ name: 'Shop', matches: origins.map((origin) => `${origin}/*`) }],
  upload: { endpoint, hold_minutes: 0 },
  // What is compared is recording; no peer predicts.
  predictors: [],
  prediction_visibility: 'off',
  retention: { device_days: 7, collector_days: 30 },
})

/** The kind of each item of a batch, packed or not. */
function kindsIn(batch: Batch | PackedBatch): string[] {
  if ('items' in batch) return batch.items.map(({ kind }) => kind)
  return batch.rows.map((shape) => batch.shapes[shape]?.[0] ?? '')
}

/** A real collector on a free port, that counts what it is sent. */
export async function startCountingCollector(origins: readonly string[]): Promise<CountingCollector> {
  const folder = mkdtempSync(join(tmpdir(), 'shoptrace-bench-'))
  const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
  const arrived: Arrived = { uploads: 0, bytes: 0, gathered: null, items: {} }
  let handler: Handler | null = null
  const count = async (request: Request): Promise<Response> => {
    if (request.method === 'POST' && new URL(request.url).pathname === '/v1/batches') {
      const body = Buffer.from(await request.clone().arrayBuffer())
      arrived.uploads++
      arrived.bytes += body.length
      for (const kind of kindsIn(JSON.parse(gunzipSync(body).toString()))) {
        arrived.items[kind] = (arrived.items[kind] ?? 0) + 1
      }
    }
    return handler ? handler(request) : new Response(null, { status: 503 })
  }
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: count, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve({ server, port: info.port }),
    )
  })
  const url = `http://127.0.0.1:${port}`
  const study = studySchema.parse(studyFor(origins, url))
  await store.keepStudy(study)
  handler = createCollector({ study, store }).fetch as Handler
  return {
    url,
    study,
    arrived,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
