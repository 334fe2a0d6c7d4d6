import { openBrowser } from '../../browser/openBrowser.ts'
import { openPage } from '../../browser/openPage.ts'
import type { SuiteReport } from '../../figures/report.ts'
import { rotate } from '../../figures/rotate.ts'
import type { BenchOptions } from '../../parseOptions.ts'
import { loadPeers } from '../../peers/loadPeers.ts'
import { say } from '../../say.ts'
import { listPages } from './listPages.ts'
import { loadScripts } from './loadScripts.ts'
import { measureExtract, measureLeast, measurePeer, measureWalk, measureWatch } from './measure.ts'
import { reportPages } from './reportPages.ts'
import { scriptSize } from './scriptSize.ts'

type Walk = Awaited<ReturnType<typeof measureWalk>>
type Extract = Awaited<ReturnType<typeof measureExtract>>
type Least = Awaited<ReturnType<typeof measureLeast>>
type Watch = Awaited<ReturnType<typeof measureWatch>>
type PeerFigures = Awaited<ReturnType<typeof measurePeer>>

/** Everything measured on one page: one entry per run. */
export interface PageFigures {
  name: string
  /** `saved`: a real shop's; `demo`: the demonstration shop's; `big`: generated. */
  kind: 'saved' | 'demo' | 'big'
  walk: Walk[]
  least: Least[]
  extract: Extract[]
  watch: Watch[]
  peers: Record<string, PeerFigures[]>
}

/** rrweb is measured on every page; the other peers, of whom only the longest task is told, on every third and the big one. */
const isMeasured = (peer: string, index: number, { kind }: { kind: PageFigures['kind'] }): boolean =>
  peer === 'rrweb' || index % 3 === 0 || kind === 'big'

/** What a page costs to read, and what is read off it: every tool in a fresh page, the tools in another order each time. */
export async function runPageSuite(options: BenchOptions): Promise<SuiteReport> {
  const scripts = await loadScripts()
  const peers = await loadPeers()
  const { pages, close } = await listPages(options)
  const browser = await openBrowser()
  const all: PageFigures[] = pages.map(({ name, kind }) => ({
    name,
    kind,
    walk: [],
    least: [],
    extract: [],
    watch: [],
    peers: Object.fromEntries(peers.map((peer) => [peer.name, []])),
  }))
  try {
    for (let run = 0; run < options.runs; run++) {
      for (const [index, source] of pages.entries()) {
        say(`page, run ${run + 1} of ${options.runs}: ${source.name}`)
        const figures = all[index] as PageFigures
        const tools: ((page: Awaited<ReturnType<typeof openPage>>) => Promise<unknown>)[] = [
          async (page) => figures.walk.push(await measureWalk(page, scripts)),
          async (page) => figures.least.push(await measureLeast(page, scripts)),
          async (page) => figures.extract.push(await measureExtract(page, scripts)),
          async (page) => figures.watch.push(await measureWatch(page, scripts)),
          ...peers
            .filter((peer) => isMeasured(peer.name, index, source))
            .map((peer) => async (page: Awaited<ReturnType<typeof openPage>>) => {
              figures.peers[peer.name]?.push(await measurePeer(page, peer))
            }),
        ]
        for (const tool of rotate(tools, run * 3 + index)) {
          const measured = await openPage(browser.context, source)
          try {
            await tool(measured)
          } finally {
            await measured.page.close()
          }
        }
      }
    }
  } finally {
    await browser.close()
    await close()
  }
  return reportPages(all, await scriptSize())
}
