import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { study as studySchema } from '../../../schemas/study.ts'
import { callExtension } from '../../../src/chromium/callExtension.ts'
import { extensionId } from '../../../src/chromium/extensionId.ts'
import { grantHosts } from '../../../src/chromium/grantHosts.ts'
import { joinStudy } from '../../../src/chromium/joinStudy.ts'
import { createCollector } from '../../../src/collector/createCollector.ts'
import { openStore } from '../../../src/collector/store/openStore.ts'
import { openBrowser } from '../../browser/openBrowser.ts'
import { openBody } from '../../canaries/openBody.ts'
import { builtExtension } from '../../tools/builtExtension.ts'
import type { OpenSubject } from './subjects.ts'

/**
 * The extension as it ships, joined to a study of `origin`, with a real collector whose bodies are kept.
 *
 * @param all leaves no page out: also of payment pages everything is recorded that the rules let through.
 */
export async function openShoptrace(origin: string, all: boolean): Promise<OpenSubject> {
  const folder = mkdtempSync(join(tmpdir(), 'shoptrace-bench-'))
  const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
  const arrived: string[] = []
  let handle: ((request: Request) => Response | Promise<Response>) | null = null
  const answer = async (request: Request): Promise<Response> => {
    arrived.push(request.url, ...openBody(Buffer.from(await request.clone().arrayBuffer())))
    return handle ? handle(request) : new Response(null, { status: 503 })
  }
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve({ server, port: info.port }),
    )
  })
  const url = `http://127.0.0.1:${port}`
  const study = studySchema.parse({
    schema_version: 1,
    id: 'bench',
    title: 'Benchmark',
    version: 1,
    contact: { name: 'Benchmark', email: 'bench@shoptrace.example' },
    consent: { version: '1', text: { en: 'A benchmark records a script.' } },
    shops: [{ name: 'Shop', matches: [`${origin}/*`] }],
    ...(all ? { excluded_pages: { page_types: [] } } : {}),
    upload: { endpoint: url, hold_minutes: 0 },
    predictors: [],
    prediction_visibility: 'off',
    retention: { device_days: 7, collector_days: 30 },
  })
  await store.keepStudy(study)
  const collector = createCollector({ study, store })
  handle = (request) => collector.fetch(request)
  const { context, close } = await openBrowser(grantHosts(await builtExtension(), study, join(folder, 'extension')))
  const id = await extensionId(context)
  await joinStudy(context, id, `${url}/study.json`, 'test')
  return {
    context,
    flush: async () => {},
    async finish() {
      const { waiting, problem } = await callExtension<{ waiting: number; problem: string | null }>(
        context,
        id,
        'finish',
      )
      if (waiting > 0) throw new Error(`${waiting} items were not sent: ${problem}`)
      // On the wire a page is written as edits of earlier ones; what was sent is what the collector makes of them.
      for await (const { participant_id } of store.participants())
        for await (const item of store.items(participant_id)) arrived.push(JSON.stringify(item))
      return arrived
    },
    async close() {
      await close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
