import type { Peer } from './peer.ts'

/** Script for every new document: starts the peer once the document is parsed, as a deferred tag does, in the top frame alone. */
export const startAtLoad = (peer: Peer, ingest: string, isStrict = false): string => `(function () {
  if (window.top !== window || !location.protocol.startsWith('http')) return
  ${peer.library}
  ;const start = () => { ${isStrict ? peer.startStrict(ingest) : peer.start(ingest)} }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true })
  else start()
}).call(window)`
