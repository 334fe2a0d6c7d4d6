import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Block {
  type: string
  text: string
  cache_control?: { type: string; ttl?: string }
}

interface MessagesBody {
  model: string
  max_tokens: number
  system: Block[]
  messages: { role: 'user' | 'assistant'; content: Block[] }[]
  output_config?: { effort?: string; format?: { type: string; schema: unknown } }
}

export interface SeenRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: MessagesBody
  /** Resolves when the client closes the connection before it is answered. */
  closed: Promise<void>
}

/** What to answer: a message's text, whole parts of the answer, an error of the API, or nothing at all. */
export type Reply =
  | { text: string; stop_reason?: string; thinking?: string }
  | { status: number; type?: string; message?: string; headers?: Record<string, string> }
  | { raw: string }
  | 'hang'
  | 'reset'

export interface FakeAnthropic {
  url: string
  requests: SeenRequest[]
  close(): Promise<void>
}

export const FAKE_KEY = 'sk-ant-fake-key'

const MODELS = [
  { id: 'claude-haiku-5-5', display_name: 'Claude Haiku 5.5', structured: true, lifecycle: 'active' },
  { id: 'claude-sonnet-5-5', display_name: 'Claude Sonnet 5.5', structured: true, lifecycle: 'active' },
  { id: 'claude-old', display_name: 'Claude Old', structured: false, lifecycle: 'deprecated' },
  { id: 'claude-gone', display_name: 'Claude Gone', structured: true, lifecycle: 'retired' },
]

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': '*',
}

const tokens = (text: string): number => Math.ceil(text.length / 4)

/** Why the Messages API would refuse this request with status 400, or null. */
function findFault(body: MessagesBody): string | null {
  if ('temperature' in body || 'top_p' in body || 'top_k' in body) return 'sampling parameters are not supported'
  if (!Number.isInteger(body.max_tokens)) return 'max_tokens: Field required'
  if (body.messages[0]?.role !== 'user') return 'messages: first message must use the "user" role'
  if (body.messages.at(-1)?.role !== 'user') return 'This model does not support assistant message prefill.'
  const blocks = [...body.system, ...body.messages.flatMap(({ content }) => content)]
  if (blocks.some(({ text }) => text === '')) return 'text content blocks must be non-empty'
  if (blocks.filter((block) => block.cache_control).length > 4)
    return 'A maximum of 4 blocks with cache_control may be provided.'
  return null
}

/** The provider's prompt cache: prefixes that end in a breakpoint, found again up to 20 blocks before a later breakpoint. */
class PromptCache {
  private readonly prefixes = new Set<string>()

  account({ model, system, messages }: MessagesBody) {
    const blocks = [
      ...system.map((block) => ({ role: 'system', block })),
      ...messages.flatMap(({ role, content }) => content.map((block) => ({ role, block }))),
    ]
    const hash = createHash('sha256').update(model)
    const hashes = blocks.map(({ role, block }) =>
      hash
        .update(JSON.stringify([role, block.text]))
        .copy()
        .digest('hex'),
    )
    const breakpoints = blocks.flatMap(({ block }, index) => (block.cache_control ? [index] : []))
    const sum = (to: number): number =>
      blocks.slice(0, to + 1).reduce((total, { block }) => total + tokens(block.text), 0)
    let hit = -1
    for (const breakpoint of breakpoints)
      for (let at = breakpoint; at > Math.max(hit, breakpoint - 20); at--)
        if (this.prefixes.has(hashes[at] as string)) hit = at
    const read = hit < 0 ? 0 : sum(hit)
    const written =
      breakpoints.length === 0 || sum(breakpoints.at(-1) as number) < 512 ? 0 : sum(breakpoints.at(-1) as number) - read
    for (const breakpoint of breakpoints) if (sum(breakpoint) >= 512) this.prefixes.add(hashes[breakpoint] as string)
    return {
      input_tokens: sum(blocks.length - 1) - read - written,
      cache_read_input_tokens: read,
      cache_creation_input_tokens: written,
    }
  }
}

const errorBody = (type: string, message: string): string =>
  JSON.stringify({ type: 'error', error: { type, message, details: null }, request_id: 'req_fake' })

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

/** A server on loopback that speaks Anthropic's wire format: messages with errors and a prompt cache, and the models list. */
export async function startFakeAnthropic(
  reply: (request: SeenRequest, index: number) => Reply,
): Promise<FakeAnthropic> {
  const requests: SeenRequest[] = []
  const cache = new PromptCache()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: string, headers: Record<string, string> = {}): void => {
      response
        .writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_fake', ...CORS, ...headers })
        .end(body)
    }
    if (request.method === 'OPTIONS') return send(204, '')
    const url = new URL(request.url ?? '/', 'http://fake')
    const text = await readBody(request)
    if (!request.headers['anthropic-version'])
      return send(400, errorBody('invalid_request_error', 'anthropic-version: header is required'))
    if (request.headers.authorization !== `Bearer ${FAKE_KEY}` && request.headers['x-api-key'] !== FAKE_KEY)
      return send(401, errorBody('authentication_error', 'invalid x-api-key'))
    if (url.pathname === '/v1/models') {
      const data = MODELS.map(({ structured, ...model }) => ({
        type: 'model',
        ...model,
        created_at: '2026-10-07T00:00:00Z',
        capabilities: { structured_outputs: { supported: structured } },
      }))
      return send(200, JSON.stringify({ data, has_more: false, first_id: data[0]?.id, last_id: data.at(-1)?.id }))
    }
    if (url.pathname !== '/v1/messages') return send(404, errorBody('not_found_error', `${url.pathname} not found`))

    const body = JSON.parse(text) as MessagesBody
    const closed = new Promise<void>((resolve) => response.once('close', () => !response.writableEnded && resolve()))
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: url.pathname,
      headers: request.headers,
      body,
      closed,
    }
    requests.push(seen)
    const fault = findFault(body)
    if (fault) return send(400, errorBody('invalid_request_error', fault))
    if (!MODELS.some(({ id }) => id === body.model))
      return send(404, errorBody('not_found_error', `model: ${body.model}`))
    const scripted = reply(seen, requests.length - 1)
    if (scripted === 'hang') return
    if (scripted === 'reset') {
      request.socket.destroy()
      return
    }
    if ('raw' in scripted) return send(200, scripted.raw)
    if ('status' in scripted)
      return send(
        scripted.status,
        errorBody(scripted.type ?? 'api_error', scripted.message ?? 'failed'),
        scripted.headers,
      )
    const { text: said, stop_reason = 'end_turn', thinking } = scripted
    const content = [
      ...(thinking === undefined ? [] : [{ type: 'thinking', thinking, signature: 'fake' }]),
      ...(stop_reason === 'refusal' ? [] : [{ type: 'text', text: said, citations: null }]),
    ]
    const usage = { ...cache.account(body), output_tokens: tokens(said) }
    send(
      200,
      JSON.stringify({
        id: 'msg_fake',
        type: 'message',
        role: 'assistant',
        model: body.model,
        content,
        stop_reason,
        stop_sequence: null,
        usage,
      }),
    )
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
