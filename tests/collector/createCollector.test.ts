import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { acknowledgement, collectorError, receipt } from '../../schemas/index.ts'
import { type CollectorOptions, createCollector } from '../../src/collector/createCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import type { Store } from '../../src/collector/store/port.ts'
import { StoreError } from '../../src/collector/store/storeError.ts'
import { batchOf, clickItem, consentOf, NOW, temporaryFolder, testStudy, tokenOf, uuidOf } from './support.ts'

/** A collector on a fresh SQLite file, and calls to it. */
async function startedCollector(changes: Partial<CollectorOptions> = {}) {
  const path = join(temporaryFolder(), 'store.sqlite')
  const store = changes.store ?? (await openStore(`sqlite:${path}`))
  onTestFinished(() => store.close())
  const log: string[] = []
  const app = createCollector({ study: testStudy, now: () => NOW, log: (line) => log.push(line), ...changes, store })
  const call = async (method: string, url: string, token: number | null, body?: unknown, headers = {}) =>
    app.request(url, {
      method,
      headers: { ...(token === null ? {} : { authorization: `Bearer ${tokenOf(token)}` }), ...headers },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    } as RequestInit)
  const enrol = (n: number, consent = consentOf(n)) => call('PUT', `/v1/participants/${uuidOf(n)}`, n, { consent })
  const send = (n: number, batch: unknown) =>
    call('POST', '/v1/batches', n, gzipSync(JSON.stringify(batch)), { 'content-encoding': 'gzip' })
  const myData = async (n: number) =>
    (await (await call('GET', '/v1/my-data', n)).text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  return { app, store, path, log, call, enrol, send, myData }
}

async function expectRefusal(response: Response, status: number, code: string) {
  const body = collectorError.parse(await response.json())
  expect([response.status, body.error.code]).toEqual([status, code])
  expect(body.error.message).toMatch(/\w+.*\.$/)
  return body.error.message
}

test('enrols, stores a batch once, shows it, forgets it', async () => {
  const { enrol, send, call, myData } = await startedCollector()
  expect((await enrol(1)).status).toBe(201)
  expect((await enrol(1)).status).toBe(200)

  const batch = batchOf(1, 1, [clickItem(1), clickItem(2)])
  const first = acknowledgement.parse(await (await send(1, batch)).json())
  expect(first).toEqual({ batch_id: batch.batch_id, stored: 2, known: 0, rejected: [] })
  expect(await (await send(1, batch)).json()).toEqual(first)
  expect(await (await send(1, batchOf(1, 2, [clickItem(2), clickItem(3)]))).json()).toMatchObject({
    stored: 1,
    known: 1,
  })

  const mine = await myData(1)
  expect(mine.map(({ kind }) => kind)).toEqual(['consent', 'batch', 'batch', 'action', 'action', 'action'])
  expect(mine.slice(3)).toEqual([clickItem(1), clickItem(2), clickItem(3)])

  const gone = receipt.parse(await (await call('POST', '/v1/withdraw', 1)).json())
  expect(gone).toEqual({ participant_id: uuidOf(1), study_id: 'lamps', deleted_at: NOW, deleted_items: 3 })
  expect(await (await call('POST', '/v1/withdraw', 1)).json()).toEqual(gone)
  await expectRefusal(await send(1, batchOf(1, 3, [clickItem(4)])), 410, 'withdrawn')
  await expectRefusal(await call('GET', '/v1/my-data', 1), 410, 'withdrawn')
  await expectRefusal(await enrol(1), 410, 'withdrawn')
})
