import { loadClarity } from './loadClarity.ts'
import { loadPosthog } from './loadPosthog.ts'
import { loadRrweb } from './loadRrweb.ts'
import { loadSentry } from './loadSentry.ts'
import type { Peer } from './peer.ts'

/** All peers, as installed from npm. */
export const loadPeers = async (): Promise<Peer[]> => [loadRrweb(), loadPosthog(), await loadSentry(), loadClarity()]
