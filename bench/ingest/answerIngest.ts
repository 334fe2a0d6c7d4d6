import { gzipSync } from 'node:zlib'

export interface IngestRequest {
  method: string
  url: string
  origin: string | undefined
  body: Buffer
}

export interface IngestAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** PostHog's recorder waits for its project's settings. */
const POSTHOG_CONFIG = {
  supportedCompression: ['gzip', 'gzip-js'],
  sessionRecording: { endpoint: '/s/', recorderVersion: 'v2', sampleRate: null, minimumDurationMilliseconds: 0 },
  featureFlags: {},
  flags: {},
}

/** What a vendor's server would answer: yes to everything. */
export function answerIngest({ method, url, origin }: IngestRequest): IngestAnswer {
  const headers = {
    'access-control-allow-origin': origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type, accept, content-encoding',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'content-type': 'application/json',
  }
  if (method === 'OPTIONS') return { status: 204, headers, body: '' }
  const { pathname } = new URL(url, 'http://127.0.0.1')
  if (/^\/(array\/|flags|decide)/.test(pathname)) return { status: 200, headers, body: JSON.stringify(POSTHOG_CONFIG) }
  if (pathname.startsWith('/clarity')) return { status: 204, headers, body: '' }
  return { status: 200, headers, body: '{}' }
}

/** Bytes of a body on the wire when gzipped: as it came where that is no longer, which holds for all compressed ones. */
export const gzippedSize = (body: Uint8Array): number =>
  body.length === 0 ? 0 : Math.min(body.length, gzipSync(body).length)
