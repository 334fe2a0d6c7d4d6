import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../../canaries/canary.ts'
import type { Goal, SuiteReport, Table } from '../../figures/report.ts'
import type { BenchOptions } from '../../parseOptions.ts'
import { say } from '../../say.ts'
import { demoProductUrl } from '../../sites/demoProductUrl.ts'
import { startPlantedShops } from '../../sites/startPlantedShops.ts'
import { type Changed, changedBy, type KindMeasured, measureScrubber } from './measureScrubber.ts'
import { CANARIES, type Measured, measureSubject } from './measureSubject.ts'
import { FACT_KINDS, type FactKind, sumKept } from './readFacts.ts'
import { readQueries } from './readQueries.ts'
import { loadSubjects } from './subjects.ts'

/** Saved pages to plant on; the demonstration shop is planted on in any case. */
const SAVED = ['ebay-product', 'etsy-product']
const PLACES: readonly Place[] = ['head', 'text', 'attribute', 'address', 'field', 'typed', 'later']

/** What leaks, and what is left of shopping: every recorder at default and at strictest settings, on the same pages. */
export async function runPrivacySuite({ pages, only, tool }: BenchOptions): Promise<SuiteReport> {
  const saved = SAVED.filter((name) => name.includes(only) && existsSync(join(pages, `${name}.html`)))
  if (saved.length === 0) say(`SKIPPED: none of ${SAVED.join(', ')} in ${pages}; --pages names another folder.`)
  const shops = await startPlantedShops(pages, saved)
  const origin = `http://127.0.0.1:${shops.port}`
  const measured: Measured[] = []
  try {
    const product = new URL(await demoProductUrl(origin)).pathname
    const paths = {
      planted: [product, ...saved.map((name) => `/saved/${name}`)],
      unplanted: [`/plain${product}`, '/plain/search?q=tent', ...saved.map((name) => `/plain/saved/${name}`)],
    }
    const subjects = (await loadSubjects()).filter(({ name }) => name.toLowerCase().includes(tool.toLowerCase()))
    if (subjects.length === 0) throw new Error(`No recorder's name has "${tool}" in it.`)
    for (const subject of subjects) {
      say(`privacy: ${subject.name}`)
      measured.push(await measureSubject(subject, origin, paths))
    }
  } finally {
    await shops.close()
  }
  const kinds = measureScrubber(pages)
  const found = readQueries(join(pages, '..', 'traces'))
  const changed = changedBy(found?.queries ?? [])
  if (!found) say('SKIPPED: there are no real queries beside the saved pages.')
  return {
    suite: 'privacy',
    tables: [leakTable(measured, saved.length), scrubTable(kinds, found?.queries.length ?? 0, changed)],
    goals: goalsOf(measured, kinds, found ? 1 - changed.length / found.queries.length : Number.NaN),
    detail: {
      canaries: CANARIES.map(({ id }) => id),
      subjects: measured.map((one) => ({ ...one, leaks: one.leaks.map(({ id }) => id) })),
      kinds,
      changed_queries: changed,
    },
  }
}

const shareOf = ({ kept, of }: { kept: number; of: number }): number => (of === 0 ? Number.NaN : kept / of)
const share = ({ kept }: Measured): number => shareOf(sumKept(kept))

function leakTable(measured: readonly Measured[], saved: number): Table {
  const facts = (kind: FactKind): number => measured[0]?.kept[kind].of ?? 0
  const of = (place: Place): number => CANARIES.filter((canary) => canary.place === place).length
  return {
    title: `Personal text that leaves the browser, of ${CANARIES.length} planted strings, and what is left of shopping`,
    of: 'recorder',
    columns: [
      { title: `leaks of ${CANARIES.length}`, unit: 'count' },
      ...PLACES.map((place) => ({ title: `${place} ${of(place)}`, unit: 'count' as const })),
      ...FACT_KINDS.map((kind) => ({ title: `${facts(kind)} ${kind}s`, unit: 'share' as const })),
      { title: 'shopping kept', unit: 'share' },
    ],
    rows: measured.map((one) => ({
      name: one.subject,
      figures: [
        one.leaks.length,
        ...PLACES.map((place) => one.leaks.filter((canary) => canary.place === place).length),
        ...FACT_KINDS.map((kind) => shareOf(one.kept[kind])),
        share(one),
      ],
    })),
    notes: [
      `Planted on a product page of the demonstration shop and on ${saved} saved pages, with real typing and clicks; looked for in all`,
      'uploads, unpacked. A string counts once, wherever it leaks. Kept: of the titles, prices, ratings and options that the same pages',
      'and a list of products show, unplanted, those that stand in what was uploaded; 100 % is all of them.',
      'Strictest: all text and fields masked (rrweb, PostHog), with attributes named one by one (Sentry), no content (Clarity).',
      'The planted page asks for a card, so by default Shoptrace keeps its type alone; in the second row no page is left out.',
    ],
  }
}

const show = ({ text, scrubbed }: Changed): string => `${text}  →  ${scrubbed}`

function scrubTable(kinds: readonly KindMeasured[], queries: number, changed: readonly Changed[]): Table {
  const rows = [...kinds, { kind: 'real queries', texts: queries, changed }]
  return {
    title: 'Shopping texts that come through the engine unchanged',
    of: 'texts',
    columns: [
      { title: 'of', unit: 'count' },
      { title: 'changed', unit: 'count' },
      { title: 'unchanged', unit: 'share' },
    ],
    rows: rows.map((one) => ({
      name: one.kind,
      figures: [one.texts, one.changed.length, one.texts === 0 ? Number.NaN : 1 - one.changed.length / one.texts],
    })),
    notes: [
      'The demonstration shop’s catalogue, the saved pages, and real search queries; the blank names the rule.',
      ...rows.flatMap((one) => one.changed.slice(0, 20).map((text) => `${one.kind}: ${show(text)}`)),
    ],
  }
}

function goalsOf(measured: readonly Measured[], kinds: readonly KindMeasured[], queries: number): Goal[] {
  const ours = measured.filter(({ subject }) => subject.startsWith('Shoptrace'))
  const worst = ours.length === 0 ? Number.NaN : Math.max(...ours.map(({ leaks }) => leaks.length))
  const texts = kinds.reduce((sum, kind) => sum + kind.texts, 0)
  const changed = kinds.reduce((sum, kind) => sum + kind.changed.length, 0)
  return [
    { text: 'planted strings that leave the browser', limit: 0, is: 'at most', unit: 'count', measured: worst },
    {
      text: 'titles, prices, ratings and options kept, end to end',
      limit: 0.99,
      is: 'at least',
      unit: 'share',
      measured: ours.length === 0 ? Number.NaN : Math.min(...ours.map(share)),
    },
    {
      text: 'the same through the rules, with saved pages',
      limit: 0.99,
      is: 'at least',
      unit: 'share',
      measured: 1 - changed / texts,
    },
    { text: 'real queries unchanged', limit: 0.995, is: 'at least', unit: 'share', measured: queries },
  ]
}
