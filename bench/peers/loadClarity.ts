import type { Peer } from './peer.ts'
import { readPackage, versionOf } from './readPackage.ts'

/** Clarity, all content, with its own transport. */
export function loadClarity(): Peer {
  return {
    name: 'Clarity',
    version: versionOf('clarity-js'),
    library: readPackage('clarity-js/build/clarity.min.js'),
    start: (ingest) =>
      `clarity('start', { projectId: 'bench', upload: '${ingest}/clarity', track: true, content: true, lean: false })`,
    again: null,
    flush: null,
  }
}
