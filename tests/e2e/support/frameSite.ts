import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><style>iframe{width:300px;height:80px}</style><main>${body}</main></html>`

const button = (name: string): string => `<button>${name}</button>`

/** A hidden frame that changes and reloads all by itself, as trackers do. */
const TRACKER = `<script>
  let n = 0
  const tick = () => {
    document.body.innerHTML = '<a href="/" id=t>Tracker ' + n++ + '</a>'
    document.querySelector('#t').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    if (n > 20) location.replace('/tracker?' + Math.random())
    else setTimeout(tick, 15)
  }
  addEventListener('click', (event) => event.preventDefault())
  tick()
</script>`

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))

export interface FrameSite {
  /** The shop, and another site of the study: different origins. */
  origin: string
  partner: string
  /** Not in the study. */
  stranger: string
  close(): void
}

/** A shop whose page holds frames of all kinds, each with one button. */
export async function startFrameSite(): Promise<FrameSite> {
  const origins: string[] = []
  const serve = (): Server =>
    createServer((request, response) => {
      const path = (request.url ?? '/').replace(/[?#].*/, '')
      response.setHeader('content-type', 'text/html')
      const [, partner, stranger] = origins
      const pages: Record<string, string> = {
        '/': page(
          'Frames',
          `<h1>Frames</h1>${button('Outside')}
          <iframe id="same" src="/same"></iframe>
          <iframe id="partner" src="${partner}/partner"></iframe>
          <iframe id="stranger" src="${stranger}/stranger"></iframe>
          <iframe id="srcdoc" srcdoc="<title>Source</title><main>${button('In source')}</main>"></iframe>
          <iframe id="written"></iframe>
          <iframe id="tracker" src="/tracker" style="width:1px;height:1px;position:absolute;left:-9px"></iframe>
          <script>
            const inner = document.querySelector('#written').contentDocument
            inner.open()
            inner.write('<title>Written</title><main>${button('In written')}</main>')
            inner.close()
          </script>`,
        ),
        '/same': page('Same', button('In same')),
        '/partner': page('Partner', button('In partner')),
        '/stranger': page('Stranger', button('In stranger')),
        '/tracker': page('Tracker', TRACKER),
        '/sign-in': page(
          'Sign in',
          `<h1>Sign in</h1><form><label>Password <input type="password" name="password"></label>${button('Sign in')}</form>
          <iframe id="same" src="/same"></iframe>`,
        ),
      }
      response.end(pages[path] ?? page('Nothing', ''))
    })
  const servers = [serve(), serve(), serve()]
  for (const server of servers) origins.push(`http://127.0.0.1:${await listen(server)}`)
  const [origin = '', partner = '', stranger = ''] = origins
  return {
    origin,
    partner,
    stranger,
    close() {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}
