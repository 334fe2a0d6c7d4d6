import { loadPeers } from '../peers/loadPeers.ts'
import type { Tool } from './tool.ts'
import { withNothing } from './withNothing.ts'
import { withPeer } from './withPeer.ts'
import { withShoptrace } from './withShoptrace.ts'

/** Nobody, Shoptrace, and the peers; of the recorders those whose name contains one of the words of `only`, parted by commas. */
export async function loadTools(only = ''): Promise<Tool[]> {
  const recorders = [withShoptrace, ...(await loadPeers()).map(withPeer)]
  const words = only.toLowerCase().split(',')
  return [withNothing, ...recorders.filter(({ name }) => words.some((word) => name.toLowerCase().includes(word)))]
}
