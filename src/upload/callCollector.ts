import { collectorError } from '../../schemas/index.ts'
import { CollectorUnreachableError } from './errors.ts'
import { parseRetryAfter } from './parseRetryAfter.ts'

/** The one thing needed of the network. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface CollectorCall {
  fetch: Fetch
  method: 'GET' | 'POST' | 'PUT'
  /** The collector's address as the study names it. */
  endpoint: string
  /** Below `endpoint`, such as `v1/batches`. */
  path: string
  token: string
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer> | string
  signal?: AbortSignal | undefined
  /** Longest wait for an answer, ms. */
  timeout_ms?: number
  now: () => number
}

export interface CollectorAnswer {
  status: number
  /** The JSON body, or its values where it is lines of JSON; null where it is neither. */
  body: unknown
  /** Code and message of a `CollectorError`, where the body is one. */
  error: { code: string; message: string } | null
  retry_after_ms: number | null
}

/**
 * One request to the collector, answered with any status.
 *
 * @throws CollectorUnreachableError where no answer came: no network, no server, a redirect, or too slow.
 * @throws the signal's reason where `signal` aborted.
 */
export async function callCollector(call: CollectorCall): Promise<CollectorAnswer> {
  // A browser's own fetch refuses to run as a method of something else.
  const { fetch, method, token, headers, body, signal, timeout_ms = 60_000, now } = call
  const tooSlow = AbortSignal.timeout(timeout_ms)
  try {
    const response = await fetch(collectorUrl(call.endpoint, call.path), {
      method,
      headers: { ...headers, Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
      signal: signal ? AbortSignal.any([signal, tooSlow]) : tooSlow,
      // No cookie, no copy, no detour: a redirect would carry the body somewhere the study does not name.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const json = await readJson(response)
    return {
      status: response.status,
      body: json,
      error: collectorError.safeParse(json).data?.error ?? null,
      retry_after_ms: parseRetryAfter(response.headers.get('Retry-After'), now()),
    }
  } catch (cause) {
    signal?.throwIfAborted()
    throw new CollectorUnreachableError(null, null, cause)
  }
}

const collectorUrl = (endpoint: string, path: string): string => `${endpoint.replace(/\/+$/, '')}/${path}`

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  const isLines = response.headers.get('Content-Type')?.startsWith('application/x-ndjson') ?? false
  try {
    if (isLines) return text.split('\n').flatMap((line) => (line ? JSON.parse(line) : []))
    return JSON.parse(text)
  } catch {
    return null
  }
}
