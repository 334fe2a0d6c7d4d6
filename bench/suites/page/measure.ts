import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import { type MeasuredPage, PAGE_INGEST } from '../../browser/openPage.ts'
import { openWorld } from '../../browser/openWorld.ts'
import { pause } from '../../browser/pause.ts'
import type { MainThreadTrace, Piece } from '../../browser/readTrace.ts'
import { traceMainThread } from '../../browser/traceMainThread.ts'
import { keptFacts } from '../../figures/keptFacts.ts'
import { median } from '../../figures/median.ts'
import { gzippedSize } from '../../ingest/answerIngest.ts'
import type { Coverage } from '../../inPage/coverage.ts'
import type { ProductFacts } from '../../inPage/productFacts.ts'
import type { Peer } from '../../peers/peer.ts'
import type { PageScripts } from './loadScripts.ts'

const TIMES = 5
const SNAPSHOT = ['bench-snapshot', 'bench-snapshotted'] as const
/** Recorders begin a little after they are started. */
const BEGINNING_MS = 800
const NOTHING: Piece = { wall: 0, cpu: 0 }

/** The first time in a fresh page, when nothing is compiled yet, and the median of the times after it. */
function firstAndLater(trace: MainThreadTrace, from: string, to: string): { first: Piece; later: number } {
  const [first = NOTHING, ...more] = trace.sections(from, to)
  return { first, later: median(more.map(({ cpu }) => cpu)) }
}

const times = async (count: number, act: () => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < count; n++) await act()
}

/** The floor, and the page with nobody looking. */
export async function measureWalk({ cdp, meter }: MeasuredPage, scripts: PageScripts) {
  const world = await openWorld(cdp, 'isolated')
  await world.load(scripts.walk)
  const idle = await traceMainThread(cdp, () => meter.quiet())
  const trace = await traceMainThread(cdp, () => times(TIMES, () => world.run('benchWalk.floor()')))
  return {
    ...firstAndLater(trace, 'bench-walk', 'bench-walked'),
    longest: idle.tasks[0] ?? NOTHING,
  }
}

/** The least that reading the page can be. */
export async function measureLeast({ cdp }: MeasuredPage, scripts: PageScripts) {
  const world = await openWorld(cdp, 'isolated')
  await world.load(scripts.least)
  const trace = await traceMainThread(cdp, () => times(TIMES, () => world.run('benchLeast.least()')))
  return firstAndLater(trace, 'bench-least', 'bench-leasted')
}

/** One look at the whole page, and what it brought. */
export async function measureExtract({ page, cdp }: MeasuredPage, scripts: PageScripts) {
  const world = await openWorld(cdp, 'isolated')
  await world.load(scripts.extract)
  const trace = await traceMainThread(cdp, () => times(TIMES, () => world.run('benchExtract.extract()')))
  const understanding = await traceMainThread(cdp, () => times(TIMES, () => world.run('benchExtract.understandIt()')))
  const context = await world.run<string>('benchExtract.context()')
  const facts = await world.run<ProductFacts>('benchExtract.productFacts()')
  const before = performance.now()
  const aria = await page.ariaSnapshot()
  return {
    ...firstAndLater(trace, 'bench-extract', 'bench-extracted'),
    /** Of the background, not of the page. */
    understanding: firstAndLater(understanding, 'bench-understand', 'bench-understood'),
    pageType: await world.run<string>('benchExtract.pageType()'),
    tokens: countTokens(context),
    gzipped: gzippedSize(Buffer.from(context)),
    coverage: await world.run<Coverage>('benchExtract.coverage()'),
    facts: keptFacts(context, facts),
    aria: { tokens: countTokens(aria), wall: performance.now() - before },
  }
}

/** The page as the recorder watches it. */
export async function measureWatch({ cdp, meter }: MeasuredPage, scripts: PageScripts) {
  const world = await openWorld(cdp, 'isolated')
  await world.load(scripts.watch)
  const trace = await traceMainThread(cdp, async () => {
    await world.run('benchWatch.watch()')
    await pause(BEGINNING_MS)
    await meter.quiet()
  })
  if ((await world.run<number>('benchWatch.viewCount()')) === 0)
    throw new Error('watchPage gave no picture of the page.')
  const pictures = await traceMainThread(cdp, () => times(TIMES, () => world.run('benchWatch.pictureAfterMutation()')))
  return {
    longest: trace.tasks[0] ?? NOTHING,
    picture: median(pictures.sections('bench-picture', 'bench-pictured').map(({ cpu }) => cpu)),
  }
}

/** The page with another recorder. */
export async function measurePeer({ cdp, meter }: MeasuredPage, peer: Peer) {
  const world = await openWorld(cdp, 'page')
  await world.load(peer.library)
  const trace = await traceMainThread(cdp, async () => {
    await world.load(`(() => { ${peer.start(PAGE_INGEST)} })()`)
    await pause(BEGINNING_MS)
    await meter.quiet()
  })
  const { again } = peer
  const more = again ? await traceMainThread(cdp, () => times(TIMES - 1, () => world.load(again))) : null
  return {
    first: trace.sections(...SNAPSHOT)[0] ?? null,
    later: median(more?.sections(...SNAPSHOT).map(({ cpu }) => cpu) ?? []),
    longest: trace.tasks[0] ?? NOTHING,
  }
}
