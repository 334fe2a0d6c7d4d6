import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { type CollectorOptions, createCollector } from './createCollector.ts'
import { enforceRetention } from './enforceRetention.ts'

export interface StartOptions extends CollectorOptions {
  /** Default 127.0.0.1. */
  host?: string
  /** 0 takes any free one. */
  port: number
  timeouts?: Timeouts
  /** Runs `task` every `ms` until the function it returns is called. */
  every?: (ms: number, task: () => void) => () => void
}

/** How long a sender may take, in milliseconds. */
export interface Timeouts {
  headers: number
  request: number
  /** How often the two are looked at. */
  check: number
  /** What a request under way may still take when the collector closes. */
  close: number
}

export interface RunningCollector {
  /** Origin, without a slash at the end. */
  url: string
  /** Takes no more requests, and resolves when those under way are answered. The store stays open. */
  close(): Promise<void>
}

const defaultTimeouts: Timeouts = { headers: 10_000, request: 60_000, check: 5_000, close: 10_000 }

const DAY_MS = 24 * 60 * 60_000

function everyInterval(ms: number, task: () => void): () => void {
  const timer = setInterval(task, ms)
  timer.unref()
  return () => clearInterval(timer)
}

/** Deletes what is too old, now and every day. A store in trouble is told of, and tried again the next day. */
async function keepRetention(options: StartOptions): Promise<() => void> {
  const { study, store, now = Date.now, log = () => {}, every = everyInterval } = options
  const enforce = async (): Promise<void> => {
    try {
      const gone = await enforceRetention(store, study.retention.collector_days, now())
      if (gone > 0) log(`Deleted ${gone} items older than ${study.retention.collector_days} days.`)
    } catch (error) {
      log(`Old items could not be deleted: ${error instanceof Error ? error.message : error}`)
    }
  }
  await enforce()
  return every(DAY_MS, () => void enforce())
}

/** Keeps the study in the store and serves it; deletes what is older than the study keeps. Rejects, saying what to do, where the address cannot be had. */
export async function startCollector(options: StartOptions): Promise<RunningCollector> {
  const { host = '127.0.0.1', port, timeouts = defaultTimeouts } = options
  await options.store.keepStudy(options.study)
  const server = createAdaptorServer({
    fetch: createCollector(options).fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: timeouts.check,
      // Longer than the usual 60 s of a web server in front, or that one would send into a connection just closed.
      keepAliveTimeout: 65_000,
    },
  }) as Server
  let closing = false
  server.on('request', (_request, response) => {
    // A kept-alive connection would hold up the closing until it times out.
    response.on('close', () => closing && setImmediate(() => server.closeIdleConnections()))
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explainListenError(error, host, port)
  }
  const stopRetention = await keepRetention(options)
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    close: async () => {
      closing = true
      stopRetention()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const impatience = setTimeout(() => server.closeAllConnections(), timeouts.close)
      await closed
      clearTimeout(impatience)
    },
  }
}

function explainListenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const advice: Record<string, string> = {
    EADDRINUSE: 'Another program listens there, perhaps another collector: stop it, or choose another port.',
    EACCES: 'This user may not listen there: choose a port above 1023.',
    EADDRNOTAVAIL: 'This machine has no such address: choose one of its own.',
    ENOTFOUND: 'There is no such host name: write an address of this machine.',
  }
  const known = typeof code === 'string' ? advice[code] : undefined
  return known ? new Error(`Cannot listen on ${host}:${port}. ${known}`, { cause: error }) : error
}
