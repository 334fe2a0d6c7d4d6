import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Consent, Receipt } from '../../schemas/index.ts'
import { enrol } from '../../src/upload/enrol.ts'
import { CollectorCallError } from '../../src/upload/errors.ts'
import { withdraw } from '../../src/upload/withdraw.ts'
import { id, START } from '../buffer/material.ts'
import { type Mood, startTestCollector, status, type TestCollector } from './testCollector.ts'

let collector: TestCollector
beforeAll(async () => {
  collector = await startTestCollector()
})
afterAll(() => collector.close())
beforeEach(() => {
  collector.other.calls.length = 0
})

const consent: Consent = {
  schema_version: 1,
  study_id: 'shirts',
  study_version: 3,
  consent_version: '1',
  consent_sha256: 'a'.repeat(64),
  language: 'en',
  participant_id: id(7),
  participant_kind: 'test',
  agreed_at: START,
  choices: { recording: true, page_content: true, live_prediction: false, outside_model: false },
}
const receipt: Receipt = { participant_id: id(7), study_id: 'shirts', deleted_at: START, deleted_items: 12 }
const call = () => ({ fetch: globalThis.fetch, endpoint: collector.endpoint, token: 'the-token', now: () => START })

test.each([
  [201, true],
  [200, false],
])('enrolment answered %i', async (code, created) => {
  collector.other.put = () => Response.json({}, { status: code })
  expect(await enrol({ ...call(), consent })).toEqual({ created, receipt: null })
  const [sent] = collector.other.calls
  expect(sent).toMatchObject({ path: `PUT participants/${id(7)}`, auth: 'Bearer the-token' })
  expect(JSON.parse(sent?.body ?? '')).toEqual({ consent })
})

test('withdrawal answers the receipt', async () => {
  collector.other.withdraw = () => Response.json(receipt)
  expect(await withdraw(call())).toEqual(receipt)
  expect(collector.other.calls).toEqual([{ path: 'POST withdraw', body: '', auth: 'Bearer the-token' }])
})

const troubles: [Mood, string, boolean, number | null][] = [
  [status(409, 'taken'), 'EnrolmentConflictError', false, null],
  [status(401), 'CollectorRefusedError', false, null],
  [status(410), 'CollectorRefusedError', false, null],
  [status(422), 'CollectorRefusedError', false, null],
  [status(429, 'slow', { 'Retry-After': '30' }), 'CollectorUnreachableError', true, 30_000],
  [status(500), 'CollectorUnreachableError', true, null],
  [status(503), 'CollectorUnreachableError', true, null],
  [() => 'drop', 'CollectorUnreachableError', true, null],
]

test.each(troubles)('enrolment trouble %#: %s %s, retriable %s', async (mood, name, retriable, retry_after_ms) => {
  collector.other.put = mood
  const error = await enrol({ ...call(), consent }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(CollectorCallError)
  expect(error).toMatchObject({ name, retriable, retry_after_ms })
})

test('a sign-in page or a half receipt is no receipt', async () => {
  for (const body of ['<html>', JSON.stringify({ ...receipt, deleted_at: undefined })]) {
    collector.other.withdraw = () => new Response(body)
    await expect(withdraw(call())).rejects.toMatchObject({ name: 'CollectorUnreachableError', retriable: true })
  }
})

test('an unknown token at withdrawal is a refusal with its status and code', async () => {
  collector.other.withdraw = () =>
    Response.json({ error: { code: 'unknown_token', message: 'Nobody is enrolled.' } }, { status: 401 })
  await expect(withdraw(call())).rejects.toMatchObject({ retriable: false, status: 401, code: 'unknown_token' })
})

test('an abort comes through as what it is', async () => {
  const controller = new AbortController()
  controller.abort(new Error('changed my mind'))
  await expect(withdraw({ ...call(), signal: controller.signal })).rejects.toThrow('changed my mind')
})
