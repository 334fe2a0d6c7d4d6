import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createShop } from './createShop.ts'

export interface ShopOptions {
  /** Default 127.0.0.1. */
  host?: string
  /** 0 takes any free port. */
  port: number
  /** Seed of the catalogue; default 1. */
  seed?: number
}

export interface RunningShop {
  /** Without a slash at the end. */
  url: string
  close(): Promise<void>
}

/** Serves the demonstration shop. Rejects, naming the address, where the port is taken. */
export function startShop({ host = '127.0.0.1', port, seed = 1 }: ShopOptions): Promise<RunningShop> {
  const app = createShop({ seed })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info: AddressInfo) =>
      resolve({
        url: `http://${host}:${info.port}`,
        close: () =>
          new Promise<void>((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.once('error', (error: Error) =>
      reject(
        new Error(`The demonstration shop cannot listen on ${host}:${port} (${error.message}). Choose another port.`),
      ),
    )
  })
}
