import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { type StartOptions, startCollector } from '../../src/collector/startCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { batchOf, clickItem, consentOf, NOW, temporaryFolder, testStudy, tokenOf, uuidOf } from './support.ts'

const DAY = 86_400_000

async function started(changes: Partial<StartOptions> = {}) {
  const store = await openStore(`sqlite:${temporaryFolder()}/store.sqlite`)
  const collector = await startCollector({ study: testStudy, store, port: 0, ...changes })
  let closed: Promise<void> | undefined
  const close = () => (closed ??= collector.close())
  onTestFinished(async () => {
    await close()
    await store.close()
  })
  const enrol = (n: number) =>
    fetch(`${collector.url}/v1/participants/${uuidOf(n)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${tokenOf(n)}` },
      body: JSON.stringify({ consent: consentOf(n) }),
    })
  return { ...collector, close, store, enrol }
}

const headersOf = (n: number) => ({ authorization: `Bearer ${tokenOf(n)}`, 'content-encoding': 'gzip' })

test('serves on a socket and keeps the study beside the data', async () => {
  const { url, store, enrol } = await started()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await enrol(1)).status).toBe(201)
  const body = gzipSync(JSON.stringify(batchOf(1, 1, [clickItem(1)])))
  const answer = await fetch(`${url}/v1/batches`, { method: 'POST', headers: headersOf(1), body })
  expect(await answer.json()).toMatchObject({ stored: 1 })
  expect(await store.studies()).toEqual([testStudy])
})

test('what is older than the study keeps goes at the start and then every day, by the clock given', async () => {
  let now = NOW
  const tasks: [ms: number, task: () => void][] = []
  const logged: string[] = []
  const { store, collector } = await (async () => {
    const opened = await openStore(`sqlite:${temporaryFolder()}/store.sqlite`)
    onTestFinished(() => opened.close())
    await opened.enrol({ consent: consentOf(1), token_sha256: 'a'.repeat(64), enrolled_at: now })
    const batch = (n: number) => ({
      participant_id: uuidOf(1),
      batch_id: uuidOf(50 + n),
      body_sha256: '',
      rejected: [],
    })
    await opened.storeBatch({ ...batch(1), items: [clickItem(1)], received_at: NOW - 366 * DAY })
    await opened.storeBatch({ ...batch(2), items: [clickItem(2)], received_at: NOW - 364 * DAY })
    const running = await startCollector({
      study: testStudy,
      store: opened,
      port: 0,
      now: () => now,
      log: (line) => logged.push(line),
      every: (ms, task) => {
        tasks.push([ms, task])
        return () => tasks.splice(0)
      },
    })
    return { store: opened, collector: running }
  })()
  expect((await store.counts()).items).toBe(1)
  expect(tasks.map(([ms]) => ms)).toEqual([DAY])
  now += 2 * DAY
  tasks[0]?.[1]()
  await expect.poll(async () => (await store.counts()).items).toBe(0)
  expect(logged).toEqual(Array(2).fill('Deleted 1 items older than 365 days.'))
  await collector.close()
  expect(tasks).toEqual([])
})

test('a batch under way when the collector closes is answered and stored', async () => {
  const { url, store, enrol, close } = await started()
  await enrol(1)
  const body = gzipSync(JSON.stringify(batchOf(1, 1, [clickItem(1)])))
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const sending = request(`${url}/v1/batches`, { method: 'POST', headers: headersOf(1), agent })
  const answered = once(sending, 'response')
  sending.write(body.subarray(0, 20))
  // Another answer proves that the collector has taken the first connection.
  await fetch(`${url}/v1/health`)
  const closed = close()
  sending.end(body.subarray(20))
  const [response] = await answered
  expect(response.statusCode).toBe(200)
  response.resume()
  // The client keeps its connection alive; the closing does not wait for that.
  await closed
  expect(await store.counts()).toMatchObject({ items: 1 })
  await expect(fetch(`${url}/v1/health`)).rejects.toThrow()
})

test('a zip bomb on a socket is answered 413 and the connection ended', async () => {
  const { url, enrol, store } = await started({
    limits: { compressed_bytes: 1_000_000, decompressed_bytes: 100_000, enrolment_bytes: 10_000 },
  })
  await enrol(1)
  const sending = request(`${url}/v1/batches`, { method: 'POST', headers: headersOf(1) })
  sending.on('error', () => {})
  const answered = once(sending, 'response')
  sending.write(gzipSync(Buffer.alloc(50_000_000)))
  const [response] = await answered
  expect([response.statusCode, response.headers.connection]).toEqual([413, 'close'])
  response.resume()
  await once(response, 'end')
  sending.destroy()
  expect((await fetch(`${url}/v1/health`)).status).toBe(200)
  expect(await store.counts()).toMatchObject({ items: 0 })
})

test('a sender that dawdles is cut off', async () => {
  const { url } = await started({ timeouts: { headers: 50, request: 100, check: 10, close: 10 } })
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('POST /v1/batches HTTP/1.1\r\nHost: x\r\n')
  socket.resume()
  await once(socket, 'close')
  expect((await fetch(`${url}/v1/health`)).status).toBe(200)
})

test('a sender that never ends does not hold up the closing for ever', async () => {
  const { url, close, enrol } = await started({
    timeouts: { headers: 60_000, request: 60_000, check: 60_000, close: 10 },
  })
  await enrol(1)
  const sending = request(`${url}/v1/batches`, { method: 'POST', headers: headersOf(1) })
  const failed = once(sending, 'error')
  sending.write('x')
  await fetch(`${url}/v1/health`)
  await close()
  await failed
})

test('a port that is taken is reported with what to do', async () => {
  const { url, store } = await started()
  const port = Number(new URL(url).port)
  await expect(startCollector({ study: testStudy, store, port })).rejects.toThrow(
    /Another program listens there.*another port/,
  )
})

test("a store of another study's is refused before anything listens", async () => {
  const { store } = await started()
  const other = { ...testStudy, id: 'sofas' }
  await expect(startCollector({ study: other, store, port: 0 })).rejects.toThrow(/holds the study "lamps", not "sofas"/)
})
