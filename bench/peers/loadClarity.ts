import type { Peer } from './peer.ts'
import { readPackage, versionOf } from './readPackage.ts'

const start = (ingest: string, content: boolean): string =>
  `clarity('start', { projectId: 'bench', upload: '${ingest}/clarity', track: true, content: ${content}, lean: false })`

/** Clarity, all content, with its own transport. */
export function loadClarity(): Peer {
  return {
    name: 'Clarity',
    version: versionOf('clarity-js'),
    library: readPackage('clarity-js/build/clarity.min.js'),
    start: (ingest) => start(ingest, true),
    startStrict: (ingest) => start(ingest, false),
    again: null,
    flush: null,
  }
}
