import type { Peer } from './peer.ts'
import { readPackage, versionOf } from './readPackage.ts'

/** How often rrweb's guide has the events sent, in milliseconds. */
const SEND_EVERY_MS = 10_000

/** rrweb with its defaults, and the transport of its guide: an array, posted as JSON every ten seconds. */
export function loadRrweb(): Peer {
  return {
    name: 'rrweb',
    version: versionOf('rrweb'),
    library: readPackage('rrweb/umd/rrweb.min.js'),
    start: (ingest) => start(ingest, '{}'),
    startStrict: (ingest) => start(ingest, "{ maskAllInputs: true, maskTextSelector: '*', slimDOMOptions: 'all' }"),
    again: 'rrweb.record.takeFullSnapshot()',
    flush: 'window.benchFlush?.()',
  }
}

const start = (ingest: string, masking: string): string => `
      let events = []
      const send = (keepalive) => {
        if (events.length === 0) return
        const body = JSON.stringify({ events })
        events = []
        return fetch('${ingest}/rrweb', { method: 'POST', headers: { 'content-type': 'application/json' }, body, keepalive })
      }
      window.benchFlush = () => send(false)
      rrweb.record({ ...${masking}, emit: (event) => {
        // The snapshot is taken between these two.
        if (event.type === rrweb.EventType.Meta) performance.mark('bench-snapshot')
        else if (event.type === rrweb.EventType.FullSnapshot) performance.mark('bench-snapshotted')
        events.push(event)
      } })
      setInterval(() => send(false), ${SEND_EVERY_MS})
      addEventListener('pagehide', () => send(true))`
