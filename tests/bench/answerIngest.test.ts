import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answerIngest, gzippedSize } from '../../bench/ingest/answerIngest.ts'

const ask = (method: string, url: string) =>
  answerIngest({ method, url, origin: 'https://shop.example', body: Buffer.alloc(0) })

test('lets any page send, with credentials', () => {
  const { status, headers } = ask('OPTIONS', '/clarity')
  expect(status).toBe(204)
  expect(headers).toMatchObject({
    'access-control-allow-origin': 'https://shop.example',
    'access-control-allow-credentials': 'true',
  })
})

test.each(['/array/bench/config', '/flags/?v=2'])('tells PostHog at %s to record', (url) => {
  expect(JSON.parse(ask('GET', url).body).sessionRecording.endpoint).toBe('/s/')
})

test('what is compressed already counts as it came, the rest gzipped', () => {
  const text = Buffer.from('the same words '.repeat(500))
  expect(gzippedSize(text)).toBe(gzipSync(text).length)
  const noise = randomBytes(5000)
  expect(gzippedSize(noise)).toBe(5000)
  expect(gzippedSize(Buffer.alloc(0))).toBe(0)
})
