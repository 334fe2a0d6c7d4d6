import { afterEach, expect, test, vi } from 'vitest'
import { createClaudePredictor } from '../../../src/predict/claude/createClaudePredictor.ts'
import { listClaudeModels } from '../../../src/predict/claude/listClaudeModels.ts'
import type { Situation } from '../../../src/predict/port.ts'
import { PredictorError } from '../../../src/predict/predictorError.ts'
import {
  FAKE_KEY,
  type FakeAnthropic,
  type Reply,
  type SeenRequest,
  startFakeAnthropic,
} from '../../support/fakeAnthropic.ts'
import { observation } from '../../support/observation.ts'
import { simulateShopper } from '../../support/simulateShopper.ts'
import { liveSituations } from '../../support/situations.ts'

// Seconds of work on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const id = 'claude:claude-haiku-5-5'
const page = observation(
  '<section name="buy_box" click_type="purchase"><button name="add_to_cart">Add</button></section>',
)
const situation: Situation = { history: [], observation: page }
const { signal } = new AbortController()

const candidate = (type: string, name = '', text = '', probability = 0.5) => ({
  action: { type, name, text },
  probability,
})
const answer = (...candidates: object[]): Reply => ({ text: JSON.stringify({ rationale: 'I like it.', candidates }) })
const add = candidate('click', 'buy_box.add_to_cart')

let server: FakeAnthropic | undefined
afterEach(() => server?.close())

async function predictor(reply: (request: SeenRequest, index: number) => Reply, options: object = {}) {
  server = await startFakeAnthropic(reply)
  return createClaudePredictor({ id, apiKey: FAKE_KEY, baseURL: server.url, maxRetries: 0, ...options })
}

test('an answer becomes a ranking, with what it cost', async () => {
  const claude = await predictor(() => answer(candidate('terminate', '', '', 0.2), { ...add, probability: 0.7 }))
  expect(await claude.predict(situation, signal)).toEqual({
    candidates: [
      { action: { type: 'click', name: 'buy_box.add_to_cart' }, probability: 0.7 },
      { action: { type: 'terminate' }, probability: 0.2 },
    ],
    rationale: 'I like it.',
    dropped: 0,
    usage: {
      input_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation_input_tokens: expect.toSatisfy((tokens: number) => tokens > 512),
      output_tokens: expect.toSatisfy((tokens: number) => tokens > 10),
    },
  })
  expect(claude).toMatchObject({ id, learnedFrom: 0, version: '1' })
})

test('the request is what the API documents', async () => {
  const claude = await predictor(() => answer(add))
  await claude.predict(situation, signal)
  const [request] = server?.requests ?? []
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${FAKE_KEY}`,
    'anthropic-version': '2026-10-21',
    'anthropic-dangerous-direct-browser-access': 'true',
    'content-type': 'application/json',
  })
  expect(request?.body).toMatchObject({
    model: 'claude-haiku-5-5',
    output_config: { format: { type: 'json_schema', schema: { required: ['rationale', 'candidates'] } } },
    system: [{ type: 'text', cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: [{ type: 'text', cache_control: { type: 'ephemeral' } }] }],
  })
  expect(Object.keys(request?.body ?? {}).sort()).toEqual([
    'max_tokens',
    'messages',
    'model',
    'output_config',
    'system',
  ])
})

test('thinking before the answer is not the answer', async () => {
  const claude = await predictor(() => ({ ...(answer(add) as { text: string }), thinking: '{"rationale": 1}' }))
  expect((await claude.predict(situation, signal)).candidates).toHaveLength(1)
})

test("over a session the provider's cache holds everything but the newest page", async () => {
  const claude = await predictor(() => answer(candidate('terminate')))
  const steps = [...liveSituations(simulateShopper({ seed: 3, sessions: 1, noise: 0 }))]
  let before = 0
  for (const [index, step] of steps.entries()) {
    const { usage } = await claude.predict(step.situation, signal)
    if (!usage) throw new Error('no usage')
    if (index > 0) expect(usage.cache_read_input_tokens).toBe(before)
    expect(usage.input_tokens).toBe(0)
    before = usage.cache_read_input_tokens + usage.cache_creation_input_tokens
  }
  expect(steps.length).toBeGreaterThan(5)
})

test('an abort closes the connection and rejects with an AbortError', async () => {
  const abort = new AbortController()
  const arrived = Promise.withResolvers<SeenRequest>()
  const claude = await predictor((request) => {
    arrived.resolve(request)
    return 'hang'
  })
  const prediction = claude.predict(situation, abort.signal)
  const outcome = expect(prediction).rejects.toMatchObject({ name: 'AbortError' })
  const request = await arrived.promise
  abort.abort()
  await outcome
  await request.closed
  await expect(claude.predict(situation, abort.signal)).rejects.toMatchObject({ name: 'AbortError' })
  expect(server?.requests).toHaveLength(1)
})

test.each<[string, Reply, RegExp]>([
  ['a refused key', { status: 401, type: 'authentication_error' }, /key was refused.*options page.*ANTHROPIC_API_KEY/],
  ['no credit', { status: 402, type: 'billing_error', message: 'no credit' }, /cannot pay \(no credit\).*Add credit/],
  [
    'no permission',
    { status: 403, type: 'permission_error', message: 'not yours' },
    /may not use claude-haiku-5-5 \(not yours\)/,
  ],
  ['an unknown model', { status: 404, type: 'not_found_error' }, /knows no model "claude-haiku-5-5"/],
  ['a request too large', { status: 413, type: 'request_too_large' }, /too large/],
  [
    'a bad request',
    { status: 400, type: 'invalid_request_error', message: 'effort' },
    /refused the request \(effort\)/,
  ],
  ['too many requests', { status: 429, type: 'rate_limit_error', headers: { 'retry-after': '7' } }, /Wait 7 s/],
  ['a failing service', { status: 500 }, /failed with status 500.*again/],
  ['an overloaded service', { status: 529, type: 'overloaded_error' }, /overloaded.*again/],
  ['an answer that is not the API', { raw: '<html>hotel Wi-Fi</html>' }, /could not be read/],
  ['a server of another kind', { raw: '{"ok":true}' }, /does not speak Anthropic's Messages API/],
  ['a broken connection', 'reset', /could not be reached at http:\/\/127.0.0.1:\d+\. Check the network/],
  ['a refusal', { text: '', stop_reason: 'refusal' }, /declined/],
  ['an answer cut short', { text: '{"rationale": "I', stop_reason: 'max_tokens' }, /did not finish/],
  ['a full context window', { text: '', stop_reason: 'model_context_window_exceeded' }, /too long/],
  ['text that is no JSON', { text: 'I would click.' }, /form asked for/],
  ['JSON of another form', { text: '{"action":"click"}' }, /form asked for/],
  ['names of another page only', answer(candidate('click', 'nav_bar.cart')), /named nothing that is on this page/],
])('%s is explained', async (_, reply, message) => {
  const claude = await predictor(() => reply)
  const failure = await claude.predict(situation, signal).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(PredictorError)
  expect((failure as Error).message).toMatch(message)
  expect((failure as Error).message.length).toBeLessThan(500)
  expect((failure as Error).message).not.toContain(FAKE_KEY)
})

test('what a failed answer cost is not lost', async () => {
  const claude = await predictor(() => ({ text: 'no JSON' }))
  const failure = await claude.predict(situation, signal).catch((error: unknown) => error)
  expect((failure as PredictorError).usage?.cache_creation_input_tokens).toBeGreaterThan(500)
})

test('a network that is down is explained', async () => {
  const claude = await predictor(() => 'hang')
  await server?.close()
  await expect(claude.predict(situation, signal)).rejects.toThrow(/could not be reached/)
})

test('a slow answer is given up', async () => {
  const claude = await predictor(() => 'hang', { timeout: 60 })
  await expect(claude.predict(situation, signal)).rejects.toThrow(/did not answer within/)
})

test('one failure is tried again', async () => {
  const claude = await predictor(
    (_, index) => (index === 0 ? { status: 529, headers: { 'retry-after-ms': '1' } } : answer(add)),
    {
      maxRetries: 1,
    },
  )
  expect((await claude.predict(situation, signal)).candidates).toHaveLength(1)
  expect(server?.requests).toHaveLength(2)
})

test('a wrong key is not tried again', async () => {
  const claude = await predictor(() => answer(add), { apiKey: 'sk-ant-wrong', maxRetries: 1 })
  await expect(claude.predict(situation, signal)).rejects.toThrow(/key was refused/)
})

test.each([
  ['claude:', 'key', /names no Claude model/],
  ['ranker', 'key', /names no Claude model/],
  [id, '', /needs an Anthropic API key/],
])('%s with key "%s" cannot be made', (wrong, apiKey, message) => {
  expect(() => createClaudePredictor({ id: wrong, apiKey })).toThrow(message)
})

test('models are listed for a picker, without those that cannot serve', async () => {
  await predictor(() => 'hang')
  const baseURL = server?.url ?? ''
  expect(await listClaudeModels({ apiKey: FAKE_KEY, baseURL })).toEqual([
    { id: 'claude-haiku-5-5', name: 'Claude Haiku 5.5' },
    { id: 'claude-sonnet-5-5', name: 'Claude Sonnet 5.5' },
  ])
  await expect(listClaudeModels({ apiKey: 'wrong', baseURL })).rejects.toThrow(/key was refused/)
})
