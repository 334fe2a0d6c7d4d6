import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished } from 'vitest'
import { collectorError } from '../../schemas/index.ts'
import { type CollectorOptions, createCollector } from '../../src/collector/createCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { consentOf, NOW, temporaryFolder, testStudy, tokenOf, uuidOf } from './support.ts'

/** A collector without a socket, on a fresh SQLite file unless the test brings its store, and calls to it. */
export async function startedApp(changes: Partial<CollectorOptions> = {}) {
  const path = join(temporaryFolder(), 'store.sqlite')
  const store = changes.store ?? (await openStore(`sqlite:${path}`))
  onTestFinished(() => store.close())
  const log: string[] = []
  const app = createCollector({ study: testStudy, now: () => NOW, log: (line) => log.push(line), ...changes, store })

  /** `token`: number of the participant whose token goes along, or null for none. */
  const call = async (method: string, url: string, token: number | null, body?: BodyInit, headers = {}) =>
    app.request(url, {
      method,
      headers: { ...(token === null ? {} : { authorization: `Bearer ${tokenOf(token)}` }), ...headers },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    } as RequestInit)
  const enrol = (n: number, body: unknown = { consent: consentOf(n) }, token = n) =>
    call('PUT', `/v1/participants/${uuidOf(n)}`, token, JSON.stringify(body))
  const send = (n: number, batch: unknown) =>
    call('POST', '/v1/batches', n, gzipSync(JSON.stringify(batch)), { 'content-encoding': 'gzip' })
  const myData = async (n: number) => {
    const response = await call('GET', '/v1/my-data', n)
    const lines = (await response.text()).split('\n').filter(Boolean)
    return lines.map((line) => JSON.parse(line))
  }
  return { app, store, path, log, call, enrol, send, myData }
}

/** Checks that an answer is a refusal with this status and code, and that its message is a sentence; gives the message. */
export async function expectRefusal(response: Response, status: number, code: string): Promise<string> {
  const { error } = collectorError.parse(await response.json())
  expect([response.status, error.code]).toEqual([status, code])
  expect(error.message).toMatch(/^[A-Z"].+\.$/)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  return error.message
}
