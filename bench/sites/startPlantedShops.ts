import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createShop } from '../../src/demo/shop/createShop.ts'
import { plantHtml } from '../canaries/plantHtml.ts'

export interface PlantedShops {
  port: number
  close(): Promise<void>
}

/**
 * The demonstration shop, and saved pages (by their file name without ending) at `NAME.shop.example/item` and at
 * `/saved/NAME` of every host, all of them planted; under `/plain/` the same as they are.
 */
export async function startPlantedShops(folder: string, saved: readonly string[]): Promise<PlantedShops> {
  const shop = createShop({ seed: 1 })
  const plain = new Map(saved.map((name) => [name, readFileSync(join(folder, `${name}.html`), 'utf8')]))
  const pages = new Map([...plain].map(([name, html]) => [name, plantHtml(html)]))
  async function answer(request: Request): Promise<Response> {
    const { hostname, pathname } = new URL(request.url)
    const name = /^\/saved\/([\w-]+)$/.exec(pathname)?.[1] ?? hostname.replace('.shop.example', '')
    const page = pages.get(name)
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "script-src 'none'; worker-src blob:",
    }
    if (page)
      return /^\/(?:item$|saved\/)/.test(pathname)
        ? new Response(page, { headers })
        : new Response(null, { status: 404 })
    const whole = plain.get(/^\/plain\/saved\/([\w-]+)$/.exec(pathname)?.[1] ?? '')
    if (whole) return new Response(whole, { headers })
    const isPlain = pathname.startsWith('/plain/')
    const response = await shop.fetch(isPlain ? new Request(request.url.replace('/plain/', '/'), request) : request)
    if (isPlain) return response
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response
    const kept = new Headers(response.headers)
    kept.delete('content-length')
    return new Response(plantHtml(await response.text()), { status: response.status, headers: kept })
  }
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve({ server, port: info.port }),
    )
  })
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
