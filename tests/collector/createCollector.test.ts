import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { acknowledgement, receipt, study } from '../../schemas/index.ts'
import { sha256Of } from '../../src/collector/bearerToken.ts'
import type { Store } from '../../src/collector/store/port.ts'
import { StoreError } from '../../src/collector/store/storeError.ts'
import { expectRefusal, startedApp } from './startedApp.ts'
import { batchOf, clickItem, consentOf, NOW, testStudy, tokenOf, uuidOf } from './support.ts'

test('enrols, stores a batch once, shows it, forgets it', async () => {
  const { enrol, send, call, myData } = await startedApp()
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
  expect(mine[0].data).toEqual(consentOf(1))
  expect(mine.slice(3)).toEqual([clickItem(1), clickItem(2), clickItem(3)])

  const gone = receipt.parse(await (await call('POST', '/v1/withdraw', 1)).json())
  expect(gone).toMatchObject({ participant_id: uuidOf(1), study_id: 'lamps', deleted_at: NOW, deleted_items: 3 })
  expect(await (await call('POST', '/v1/withdraw', 1)).json()).toEqual(gone)
  await expectRefusal(await send(1, batchOf(1, 3, [clickItem(4)])), 410, 'withdrawn')
  await expectRefusal(await call('GET', '/v1/my-data', 1), 410, 'withdrawn')
  await expectRefusal(await enrol(1), 410, 'withdrawn')
})

test('health tells counts and limits, and nothing of a participant', async () => {
  const { enrol, send, call } = await startedApp()
  await enrol(1)
  await send(1, batchOf(1, 1, [clickItem(1)]))
  const body = await (await call('GET', '/v1/health', null)).json()
  expect(body).toMatchObject({
    status: 'ok',
    study_id: 'lamps',
    study_version: 3,
    participants: 1,
    withdrawn: 0,
    items: 1,
  })
  expect(body.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  expect(JSON.stringify(body)).not.toContain(uuidOf(1))
})

test('serves the study to any origin', async () => {
  const { call } = await startedApp()
  const response = await call('GET', '/study.json', null, undefined, { origin: 'https://other.example' })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(study.parse(await response.json())).toEqual(testStudy)
})

test('answers the preflight of an extension, and sets no cookie', async () => {
  const { call, app } = await startedApp()
  const headers = {
    origin: 'chrome-extension://abcdefghijklmnop',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,content-encoding,content-type',
  }
  const preflight = await call('OPTIONS', `/v1/participants/${uuidOf(1)}`, null, undefined, headers)
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization.*Content-Encoding/)
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()

  const plain = await app.request('/v1/health')
  expect(Object.fromEntries(plain.headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  expect(plain.headers.get('set-cookie')).toBeNull()
})

test.each([
  ['PUT', `/v1/participants/${uuidOf(1)}`],
  ['POST', '/v1/batches'],
  ['POST', '/v1/withdraw'],
  ['GET', '/v1/my-data'],
])('%s %s wants a token', async (method, url) => {
  const { call, app } = await startedApp()
  const body = method === 'GET' ? {} : { body: '{}' }
  for (const authorization of [undefined, `Basic ${tokenOf(1)}`, 'Bearer', 'Bearer short', `Bearer ${tokenOf(1)}!`]) {
    const response = await app.request(url, { method, ...body, headers: authorization ? { authorization } : {} })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    await expectRefusal(response, 401, 'no_token')
  }
  if (method !== 'PUT') {
    await expectRefusal(await call(method, url, 1, method === 'GET' ? undefined : '{}'), 401, 'unknown_token')
  }
})

test.each([
  ['GET', '/', 404, 'not_found'],
  ['GET', '/v1/participants', 404, 'not_found'],
  ['POST', '/study.json', 405, 'wrong_method'],
  ['DELETE', '/v1/batches', 405, 'wrong_method'],
  ['GET', `/v1/participants/${uuidOf(1)}`, 405, 'wrong_method'],
])('%s %s answers %d', async (method, url, status, code) => {
  const { call } = await startedApp()
  await expectRefusal(await call(method, url, 1), status, code)
})

test.each([
  ['another study', { consent: consentOf(1, { study_id: 'sofas' }) }, 422, 'wrong_study', /"lamps".*study link/],
  [
    'an old text',
    { consent: consentOf(1, { consent_version: '1' }) },
    422,
    'wrong_consent_version',
    /version "2".*ask for consent/,
  ],
  [
    'a text it never had',
    { consent: consentOf(1, { consent_sha256: 'f'.repeat(64) }) },
    422,
    'wrong_consent_text',
    /ask for consent/,
  ],
  ["another's consent", { consent: consentOf(2) }, 422, 'wrong_participant', /own/],
  [
    'no consent to recording',
    { consent: { ...consentOf(1), choices: { recording: false } } },
    422,
    'bad_enrolment',
    /consent\.choices\.recording/,
  ],
  ['a list', [], 422, 'bad_enrolment', /expected object/],
  ['too much', { consent: consentOf(1), more: 'x'.repeat(70_000) }, 413, 'too_large', /65536 bytes/],
])('an enrolment with %s is refused', async (_, body, status, code, message) => {
  const { enrol, store } = await startedApp()
  expect(await expectRefusal(await enrol(1, body), status, code)).toMatch(message)
  expect(await store.counts()).toMatchObject({ participants: 0 })
})

test('an enrolment may be in any of the languages of the text', async () => {
  const { enrol, store } = await startedApp()
  const german = sha256Of('Wir zeichnen Klicks auf.')
  expect((await enrol(1, { consent: consentOf(1, { consent_sha256: german, language: 'de' }) })).status).toBe(201)
  expect(await store.consents(uuidOf(1))).toMatchObject([{ language: 'de' }])
})

test.each([
  ['the same participant with another token', 1, consentOf(1), 2, 'participant_taken'],
  ['another participant with the same token', 2, consentOf(2), 1, 'token_taken'],
  ['the same participant as another kind', 1, consentOf(1, { participant_kind: 'synthetic' }), 1, 'kind_differs'],
])('enrolling %s is refused', async (_, participant, consent, token, code) => {
  const { enrol } = await startedApp()
  await enrol(1)
  await expectRefusal(await enrol(participant, { consent }, token), 409, code)
})

test('a participant id that is no UUID is refused', async () => {
  const { call } = await startedApp()
  await expectRefusal(await call('PUT', '/v1/participants/alice', 1, '{}'), 422, 'bad_participant_id')
})

test('bad items are named with a reason, their neighbours stored', async () => {
  const { enrol, send, myData } = await startedApp()
  await enrol(1)
  const good = clickItem(3)
  const items = [
    'nonsense',
    { ...clickItem(1), seq: 0 },
    { ...clickItem(2), item_id: uuidOf(5) },
    good,
    { ...clickItem(4), data: { ...clickItem(4).data, password: 'hunter2' } },
    { ...clickItem(5), kind: 'screenshot' },
    { ...clickItem(6), item_id: 'x'.repeat(81) },
  ]
  const answer = acknowledgement.parse(await (await send(1, batchOf(1, 1, items))).json())
  expect(answer).toMatchObject({ stored: 1, known: 0 })
  expect(answer.rejected).toEqual([
    { item_id: null, index: 0, reason: expect.stringContaining('expected object') },
    { item_id: uuidOf(1_000_001), index: 1, reason: expect.stringContaining('seq: ') },
    { item_id: uuidOf(5), index: 2, reason: "item_id: must be the payload's own id" },
    { item_id: uuidOf(1_000_004), index: 4, reason: expect.stringContaining('data: ') },
    { item_id: uuidOf(1_000_005), index: 5, reason: expect.stringContaining('kind: ') },
    { item_id: null, index: 6, reason: expect.stringContaining('item_id: ') },
  ])
  expect(JSON.stringify(answer)).not.toContain('hunter2')
  expect((await myData(1)).slice(2)).toEqual([good])
})

test('every kind of item has its own id', async () => {
  const { enrol, send } = await startedApp()
  await enrol(1)
  const observation = {
    schema_version: 1,
    observation_id: 'a'.repeat(64),
    url: 'https://lamps.example/',
    title: 'Lamps',
    page_type: 'home',
    language: 'en',
    context: '<a name="home">Home</a>',
    recipe: null,
  }
  const gap = {
    schema_version: 1,
    gap_id: uuidOf(5),
    timestamp: NOW,
    session_id: null,
    document_id: null,
    from_seq: null,
    to_seq: null,
    reason: 'paused',
  }
  const prediction = {
    schema_version: 1,
    prediction_id: uuidOf(6),
    session_id: uuidOf(77),
    step_index: 0,
    observation_id: 'a'.repeat(64),
    predictor: 'ranker',
    predictor_version: '1',
    learned_from: 0,
    committed_at: NOW,
    latency_ms: 2.5,
    visibility: 'open',
    candidates: [{ action: { type: 'terminate' }, probability: 0.2 }],
    rationale: null,
    error: null,
  }
  const items = [
    { item_id: 'a'.repeat(64), seq: 1, kind: 'observation', data: observation },
    { item_id: uuidOf(5), seq: 2, kind: 'gap', data: gap },
    { item_id: uuidOf(6), seq: 3, kind: 'prediction', data: prediction },
  ]
  expect(await (await send(1, batchOf(1, 1, items))).json()).toMatchObject({ stored: 3, rejected: [] })
})

test.each([
  ["another participant's", () => batchOf(2, 1, [clickItem(1)]), 403, 'wrong_participant'],
  ["another study's", () => ({ ...batchOf(1, 1, [clickItem(1)]), study_id: 'sofas' }), 422, 'wrong_study'],
  ['empty', () => batchOf(1, 1, []), 422, 'bad_batch'],
  ['of 2,001 items', () => batchOf(1, 1, Array(2001).fill(1)), 422, 'bad_batch'],
  ['of a later schema', () => ({ ...batchOf(1, 1, [clickItem(1)]), schema_version: 3 }), 422, 'bad_batch'],
  ['no object', () => null, 422, 'bad_batch'],
])('a batch that is %s is refused', async (_, batch, status, code) => {
  const { enrol, send, store } = await startedApp()
  await enrol(1)
  await enrol(2)
  await expectRefusal(await send(1, batch()), status, code)
  expect(await store.counts()).toMatchObject({ items: 0 })
})

test('a batch of an older or newer study version is stored: nothing recorded is turned away', async () => {
  const { enrol, send } = await startedApp()
  await enrol(1)
  const answers = [1, 9].map((study_version, n) => send(1, { ...batchOf(1, n, [clickItem(n + 1)]), study_version }))
  for (const answer of answers) expect((await answer).status).toBe(200)
})

test('a batch id with another content is refused', async () => {
  const { enrol, send } = await startedApp()
  await enrol(1)
  await send(1, batchOf(1, 1, [clickItem(1)]))
  const message = await expectRefusal(await send(1, batchOf(1, 1, [clickItem(2)])), 409, 'batch_id_reused')
  expect(message).toContain('new batch_id')
})

test('two batches at once that share items store each item once', async () => {
  const { enrol, send, store } = await startedApp()
  await enrol(1)
  const items = Array.from({ length: 40 }, (_, n) => clickItem(n + 1))
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => send(1, batchOf(1, n, items))))
  const stored = (await Promise.all(answers.map((answer) => answer.json()))).map((body) => body.stored)
  expect(stored.reduce((a, b) => a + b)).toBe(40)
  expect(await store.counts()).toMatchObject({ items: 40 })
})

test('a withdrawal in the middle of a batch wins', async () => {
  const { enrol, call, store } = await startedApp()
  await enrol(1)
  const text = JSON.stringify(batchOf(1, 1, [clickItem(1)]))
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(Buffer.from(text.slice(0, 50)))
      expect((await call('POST', '/v1/withdraw', 1)).status).toBe(200)
      controller.enqueue(Buffer.from(text.slice(50)))
      controller.close()
    },
  })
  await expectRefusal(await call('POST', '/v1/batches', 1, body), 410, 'withdrawn')
  expect(await store.counts()).toEqual({ participants: 0, withdrawn: 1, items: 0 })
})

test('a withdrawal leaves not a byte of the participant in the files', async () => {
  const { enrol, send, call, path } = await startedApp()
  const files = () => ['', '-wal'].map((end) => readFileSync(`${path}${end}`, 'latin1')).join('')
  await enrol(1)
  await enrol(2)
  for (let n = 1; n <= 30; n++) await send(1, batchOf(1, n, [clickItem(n, `canary-one-${n} ${'lamp '.repeat(300)}`)]))
  await send(2, batchOf(2, 1, [clickItem(1, 'canary-two')]))
  expect(files()).toContain('canary-one-7 ')
  await call('POST', '/v1/withdraw', 1)
  const left = files()
  expect(left).not.toContain('canary-one')
  expect(left).toContain('canary-two')
  expect(left.match(new RegExp(uuidOf(1), 'g'))?.length).toBe(2)
})

test('no token reaches the disk', async () => {
  const { enrol, send, path } = await startedApp()
  await enrol(1)
  await send(1, batchOf(1, 1, [clickItem(1)]))
  const files = ['', '-wal'].map((end) => readFileSync(`${path}${end}`, 'latin1')).join('')
  expect(files).toContain(uuidOf(1))
  expect(files).not.toContain(tokenOf(1))
})

test.each([
  [new StoreError('full', '/data/store has no room'), 507, 'store_full'],
  [new StoreError('damaged', 'broken'), 503, 'store_failing'],
  [new StoreError('unavailable', 'locked'), 503, 'store_failing'],
  [new Error('unforeseen'), 500, 'failed'],
])('a store that fails with %s is answered %d, and logged without the participant', async (error, status, code) => {
  const failing = new Proxy({} as Store, {
    get: (_, name) => (name === 'close' ? async () => {} : name === 'then' ? undefined : () => Promise.reject(error)),
  })
  const { send, enrol, call, log } = await startedApp({ store: failing })
  for (const response of [
    await send(1, batchOf(1, 1, [clickItem(1)])),
    await enrol(1),
    await call('GET', '/v1/health', null),
  ]) {
    expect(response.headers.get('retry-after')).toBe(status >= 503 ? '60' : null)
    const message = await expectRefusal(response, status, code)
    expect(message).not.toContain(error.message)
  }
  expect(log).toHaveLength(3)
  expect(log[0]).toContain(error.message)
  expect(log.join('\n')).not.toContain(uuidOf(1))
})

test('refusals of senders are not logged', async () => {
  const { call, log } = await startedApp()
  await call('GET', '/v1/my-data', 1)
  expect(log).toEqual([])
})
