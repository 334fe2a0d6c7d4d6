import { loadPeers } from '../peers/loadPeers.ts'
import type { Tool } from './tool.ts'
import { withNothing } from './withNothing.ts'
import { withPeer } from './withPeer.ts'
import { withShoptrace } from './withShoptrace.ts'

/** Nobody, Shoptrace, and the peers. */
export const loadTools = async (): Promise<Tool[]> => [withNothing, withShoptrace, ...(await loadPeers()).map(withPeer)]
