import type { BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../../browser/openBrowser.ts'
import { pause } from '../../browser/pause.ts'
import { openBody } from '../../canaries/openBody.ts'
import { startIngest } from '../../ingest/startIngest.ts'
import { loadPeers } from '../../peers/loadPeers.ts'
import type { Peer } from '../../peers/peer.ts'
import { startAtLoad } from '../../peers/startAtLoad.ts'
import { openShoptrace } from './openShoptrace.ts'

/** A recorder under test, in one of its settings. */
export interface Subject {
  name: string
  open(origin: string): Promise<OpenSubject>
}

export interface OpenSubject {
  context: BrowserContext
  /** Has the recorder send what it holds, where it can be asked to: leaving a page must not decide the figures. */
  flush(page: Page): Promise<void>
  /** Has everything sent; every body that arrived, unpacked. */
  finish(): Promise<string[]>
  close(): Promise<void>
}

/** How long uploads under way may take to arrive on this machine. */
const ARRIVAL_MS = 2500

const peerSubject = (peer: Peer, isStrict: boolean): Subject => ({
  name: `${peer.name}, ${isStrict ? 'strictest' : 'default'}`,
  async open() {
    const ingest = await startIngest(true)
    const { context, close } = await openBrowser()
    const flush = async (page: Page): Promise<void> => {
      if (peer.flush) await page.evaluate(`Promise.resolve(${peer.flush}).then(() => {})`)
    }
    await context.addInitScript({ content: startAtLoad(peer, ingest.url, isStrict) })
    return {
      context,
      flush,
      async finish() {
        for (const page of context.pages()) {
          if (page.url().startsWith('http')) await flush(page)
          await page.goto('about:blank')
        }
        await pause(ARRIVAL_MS)
        return ingest.received.flatMap(({ path, body }) => [path, ...(body ? openBody(body) : [])])
      },
      async close() {
        await close()
        await ingest.close()
      },
    }
  },
})

/** Shoptrace as it ships, Shoptrace with no page left out, and the peers at default and at strictest settings. */
export async function loadSubjects(): Promise<Subject[]> {
  const peers = await loadPeers()
  return [
    { name: 'Shoptrace, default', open: (origin) => openShoptrace(origin, false) },
    { name: 'Shoptrace, no page left out', open: (origin) => openShoptrace(origin, true) },
    ...peers.flatMap((peer) => [peerSubject(peer, false), peerSubject(peer, true)]),
  ]
}
