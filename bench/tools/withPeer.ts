import { openBrowser } from '../browser/openBrowser.ts'
import { pause } from '../browser/pause.ts'
import { gatheredSize } from '../ingest/gatheredSize.ts'
import { startIngest } from '../ingest/startIngest.ts'
import type { Peer } from '../peers/peer.ts'
import { startAtLoad } from '../peers/startAtLoad.ts'
import type { Tool } from './tool.ts'

/** How long uploads under way may take to arrive on this machine. */
const ARRIVAL_MS = 1500

/** A page that a peer records. */
export const withPeer = (peer: Peer): Tool => ({
  name: peer.name,
  version: peer.version,
  async open() {
    const ingest = await startIngest(true)
    const { context, close } = await openBrowser()
    await context.addInitScript({ content: startAtLoad(peer, ingest.url) })
    return {
      context,
      async flush(page) {
        if (peer.flush) await page.evaluate(`Promise.resolve(${peer.flush}).then(() => {})`)
      },
      async finish() {
        for (const page of context.pages()) {
          if (peer.flush && page.url().startsWith('http')) {
            await page.evaluate(`Promise.resolve(${peer.flush}).then(() => {})`)
          }
          // Leaving a page is when recorders send the rest.
          await page.goto('about:blank')
        }
        await pause(ARRIVAL_MS)
        // PostHog asks for its settings by POST; that is no recording.
        const uploads = ingest.received.filter(({ path }) => !path.startsWith('/flags'))
        const bytes = uploads.reduce((sum, { gzipped }) => sum + gzipped, 0)
        return {
          uploads: uploads.length,
          bytes,
          gathered: gatheredSize(uploads.map(({ body }) => body ?? new Uint8Array())),
          items: {},
        }
      },
      async close() {
        await close()
        await ingest.close()
      },
    }
  },
})
