import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readJson } from '../../src/collector/readJson.ts'
import { Refusal } from '../../src/collector/refusal.ts'

const limits = { compressed: 10_000, decompressed: 50_000 }
const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://127.0.0.1/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
const gzip = { 'content-encoding': 'gzip' }

async function refusalOf(body: BodyInit | null, headers = {}) {
  const error = await readJson(request(body, headers), limits).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return [error.status, error.code]
}

const value = { name: 'ünïcode \u2028 😀', list: [1, 2.5, null] }
const text = JSON.stringify(value)

test.each([
  ['plain', text, {}],
  ['identity', text, { 'content-encoding': 'Identity' }],
  ['gzip', gzipSync(text), gzip],
  ['gzip of two members', Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))]), gzip],
])('reads %s', async (_, body, headers) => {
  const { json, bytes } = await readJson(request(body, headers), limits)
  expect(json).toEqual(value)
  expect(Buffer.from(bytes).toString()).toBe(text)
})

test.each([
  ['nothing', null, {}, 400, 'no_body'],
  ['no JSON', '{"a":', {}, 400, 'bad_json'],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 400, 'bad_json'],
  ['no gzip', text, gzip, 400, 'bad_gzip'],
  ['half a gzip', gzipSync(text).subarray(0, 30), gzip, 400, 'bad_gzip'],
  ['a damaged gzip', Buffer.from(gzipSync(text)).fill(0, 20, 30), gzip, 400, 'bad_gzip'],
  ['brotli', brotliCompressSync(text), { 'content-encoding': 'br' }, 415, 'unknown_encoding'],
  ['gzip twice', gzipSync(gzipSync(text)), { 'content-encoding': 'gzip, gzip' }, 415, 'unknown_encoding'],
  ['too long a body', `"${'x'.repeat(10_000)}"`, {}, 413, 'too_large'],
  ['a body that says it is too long', '{}', { 'content-length': '10001' }, 413, 'too_large'],
  ['a small zip bomb', gzipSync(`"${'x'.repeat(50_000)}"`), gzip, 413, 'too_large'],
])('refuses %s', async (_, body, headers, status, code) => {
  expect(await refusalOf(body, headers)).toEqual([status, code])
})

/** Streams `chunk` without end and counts how often it was asked for. */
function endless(chunk: Uint8Array) {
  const counter = { pulls: 0 }
  const stream = new ReadableStream(
    {
      pull(controller) {
        counter.pulls += 1
        controller.enqueue(chunk)
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, counter }
}

test('an endless zip bomb is left as soon as it is one', async () => {
  const { stream, counter } = endless(gzipSync(Buffer.alloc(1_000_000)))
  expect(await refusalOf(stream, gzip)).toEqual([413, 'too_large'])
  expect(counter.pulls).toBeLessThan(100)
})

test('an endless body is left as soon as it is too long', async () => {
  const { stream, counter } = endless(Buffer.alloc(1000, 0x20))
  expect(await refusalOf(stream)).toEqual([413, 'too_large'])
  expect(counter.pulls).toBeLessThan(100)
})

test('a body that breaks off is reported as incomplete', async () => {
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(Buffer.from('{"a":'))
      controller.error(new Error('connection lost'))
    },
  })
  expect(await refusalOf(stream)).toEqual([400, 'incomplete'])
})
