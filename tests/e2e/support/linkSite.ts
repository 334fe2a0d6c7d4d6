import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site of numbered pages with one link each, to the next: every click navigates away at once. */
export async function startLinkSite(): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const n = Number(request.url?.slice(1) || 0)
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="en"><title>Page ${n}</title><main><h1>Page ${n}</h1>
      <p>Item ${n}</p><a href="/${n + 1}">Open item number ${n + 1}</a></main></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Last part of the name of the link on page `n`. */
export const linkTo = (n: number): string => `open_item_number_${n}`
