import { median } from '../../figures/median.ts'
import type { Goal, SuiteReport, Table } from '../../figures/report.ts'
import type { PageFigures } from './runPageSuite.ts'

const PEERS = ['rrweb', 'PostHog', 'Sentry', 'Clarity']
const LONGEST_MS = 50

/** One page's medians over the runs. */
interface Summary {
  name: string
  kind: PageFigures['kind']
  pageType: string
  walk: number
  walkLater: number
  least: number
  leastLater: number
  ours: number
  oursLater: number
  rrweb: number
  rrwebLater: number
  picture: number
  /** What the background makes of a look, later ones. */
  understanding: number
  longest: Record<string, number>
  tokens: number
  ariaTokens: number
  viewport: number
  page: number
  visible: number
  facts: { kept: number; of: number }
}

const share = ({ named, visible }: { named: number; visible: number }): number => (visible ? named / visible : 1)

function summarize(page: PageFigures): Summary {
  const extract = page.extract[0]
  if (!extract) throw new Error(`${page.name} was not measured.`)
  const { walk, watch, peers } = page
  const rrweb = peers.rrweb ?? []
  return {
    name: page.name,
    kind: page.kind,
    pageType: extract.pageType,
    walk: median(walk.map(({ first }) => first.cpu)),
    walkLater: median(walk.map(({ later }) => later)),
    least: median(page.least.map(({ first }) => first.cpu)),
    leastLater: median(page.least.map(({ later }) => later)),
    ours: median(page.extract.map(({ first }) => first.cpu)),
    oursLater: median(page.extract.map(({ later }) => later)),
    rrweb: median(rrweb.map(({ first }) => first?.cpu ?? Number.NaN)),
    rrwebLater: median(rrweb.map(({ later }) => later)),
    picture: median(watch.map(({ picture }) => picture)),
    understanding: median(page.extract.map(({ understanding }) => understanding.later)),
    longest: {
      nothing: median(walk.map(({ longest }) => longest.cpu)),
      Shoptrace: median(watch.map(({ longest }) => longest.cpu)),
      ...Object.fromEntries(PEERS.map((name) => [name, median(peers[name]?.map(({ longest }) => longest.cpu) ?? [])])),
    },
    tokens: extract.tokens,
    ariaTokens: extract.aria.tokens,
    viewport: share(extract.coverage.viewport),
    page: share(extract.coverage.page),
    visible: extract.coverage.page.visible,
    facts: extract.facts,
  }
}

/** Adds the row of medians over the saved pages, which is what the goals speak of. */
function withMedian(table: Table, pages: readonly Summary[]): Table {
  const saved = table.rows.filter((_, i) => pages[i]?.kind === 'saved')
  if (saved.length === 0) return table
  const figures = table.columns.map((_, column) => median(saved.map((row) => row.figures[column] ?? Number.NaN)))
  return { ...table, rows: [...table.rows, { name: `median of ${saved.length} saved`, figures }] }
}

const timeTable = (pages: readonly Summary[]): Table => ({
  title:
    'Reading a whole page (main thread, milliseconds of processor time; first look in a fresh page, then later looks)',
  of: 'page',
  columns: [
    { title: 'walk', unit: 'ms' },
    { title: 'least', unit: 'ms' },
    { title: 'least/walk', unit: 'ratio' },
    { title: 'rrweb', unit: 'ms' },
    { title: 'ours', unit: 'ms' },
    { title: 'ours/rrweb', unit: 'ratio' },
    { title: 'ours/walk', unit: 'ratio' },
    { title: 'later: least/walk', unit: 'ratio' },
    { title: 'ours', unit: 'ms' },
    { title: 'ours/rrweb', unit: 'ratio' },
    { title: 'ours/walk', unit: 'ratio' },
    { title: 'after a mutation', unit: 'ms' },
    { title: 'beside the page', unit: 'ms' },
  ],
  rows: pages.map((page) => ({
    name: page.name,
    figures: [
      page.walk,
      page.least,
      page.least / page.walk,
      page.rrweb,
      page.ours,
      page.ours / page.rrweb,
      page.ours / page.walk,
      page.leastLater / page.walkLater,
      page.oursLater,
      page.oursLater / page.rrwebLater,
      page.oursLater / page.walkLater,
      page.picture,
      page.understanding,
    ],
  })),
  notes: [
    'Walk: checkVisibility on every element that shows, entering nothing that does not. Least: the same, taking the texts and five',
    'attributes of each control and writing them as JSON: the least that reading can be, without understanding or scrubbing. rrweb: its',
    'full snapshot alone, without writing it as JSON; ours includes writing the reading as JSON. Every tool has a fresh page, quiet and',
    'with its garbage collected, in the world it is deployed in; their order changes from page to page and run to run. Saved pages run',
    'no scripts of their own. After a mutation: the picture of the page asked for in the same breath as one text changed. Beside the',
    'page: scrubbing with the full engine, names, context and page type, made in the background.',
  ],
})

const longestTable = (pages: readonly Summary[]): Table => ({
  title:
    'Longest task of the main thread from the start of recording until it is quiet (milliseconds of processor time)',
  of: 'page',
  columns: ['nothing', 'Shoptrace', ...PEERS].map((title) => ({ title, unit: 'ms' as const })),
  rows: pages.map(({ name, longest }) => ({
    name,
    figures: ['nothing', 'Shoptrace', ...PEERS].map((tool) => longest[tool] ?? Number.NaN),
  })),
  notes: [],
})

const contentTable = (pages: readonly Summary[]): Table => ({
  title: 'What is read off a page',
  of: 'page',
  columns: [
    { title: 'tokens', unit: 'count' },
    { title: 'aria snapshot', unit: 'count' },
    { title: 'ours/aria', unit: 'ratio' },
    { title: 'controls', unit: 'count' },
    { title: 'named', unit: 'share' },
    { title: 'in viewport', unit: 'share' },
    { title: 'product facts kept', unit: 'share' },
  ],
  rows: pages.map((page) => ({
    name: `${page.name} (${page.pageType})`,
    figures: [
      page.tokens,
      page.ariaTokens,
      page.tokens / page.ariaTokens,
      page.visible,
      page.page,
      page.viewport,
      page.facts.of ? page.facts.kept / page.facts.of : Number.NaN,
    ],
  })),
  notes: [
    'Tokens of o200k_base. Controls: what can be seen and used, found by tag, role and geometry without our code. Product facts:',
    'titles, prices and ratings of listed products, where the shop is known to write them.',
  ],
})

function goals(pages: readonly Summary[], scriptBytes: number): Goal[] {
  const saved = pages.filter(({ kind }) => kind === 'saved')
  const over = (list: readonly Summary[], figure: (page: Summary) => number) => median(list.map(figure))
  const most = (list: readonly Summary[], figure: (page: Summary) => number) =>
    list.length ? Math.max(...list.map(figure)) : Number.NaN
  const ofType = (type: RegExp) => saved.filter(({ name }) => type.test(name))
  const atMost = (text: string, limit: number, unit: Goal['unit'], measured: number): Goal => ({
    text,
    limit,
    is: 'at most',
    unit,
    measured,
  })
  const atLeast = (text: string, limit: number, measured: number): Goal => ({
    text,
    limit,
    is: 'at least',
    unit: 'share',
    measured,
  })
  const facts = pages.filter((page) => page.facts.of > 0)
  return [
    atMost(
      'extraction / rrweb, first look (median)',
      0.2,
      'ratio',
      over(saved, (page) => page.ours / page.rrweb),
    ),
    atMost(
      'extraction / rrweb, later looks (median)',
      0.2,
      'ratio',
      over(saved, (page) => page.oursLater / page.rrwebLater),
    ),
    atMost(
      'extraction / walk, first look (median)',
      2,
      'ratio',
      over(saved, (page) => page.ours / page.walk),
    ),
    atMost(
      'extraction / walk, later looks (median)',
      2,
      'ratio',
      over(saved, (page) => page.oursLater / page.walkLater),
    ),
    atMost(
      'longest task, worst page',
      LONGEST_MS,
      'ms',
      most(
        pages.filter(({ kind }) => kind !== 'big'),
        (page) => page.longest.Shoptrace ?? Number.NaN,
      ),
    ),
    atMost(
      'longest task, 68,000 nodes',
      LONGEST_MS,
      'ms',
      most(
        pages.filter(({ kind }) => kind === 'big'),
        (page) => page.longest.Shoptrace ?? Number.NaN,
      ),
    ),
    atMost(
      'picture after a small mutation (median)',
      5,
      'ms',
      over(saved, (page) => page.picture),
    ),
    atMost(
      'tokens of a product page (worst)',
      10_000,
      'count',
      most(ofType(/product/), (page) => page.tokens),
    ),
    atMost(
      'tokens of a search page (worst)',
      12_000,
      'count',
      most(ofType(/search/), (page) => page.tokens),
    ),
    atLeast('controls in the viewport named (worst page)', 1, -most(saved, (page) => -page.viewport)),
    atLeast('controls of the page named (worst page)', 0.99, -most(saved, (page) => -page.page)),
    atLeast('product facts kept (worst page)', 1, -most(facts, (page) => -page.facts.kept / page.facts.of)),
    atMost('content script', 60_000, 'bytes', scriptBytes),
  ]
}

/** The suite's tables and goals. */
export function reportPages(all: readonly PageFigures[], scriptBytes: number): SuiteReport {
  const pages = all.map(summarize)
  return {
    suite: 'page',
    tables: [timeTable(pages), longestTable(pages), contentTable(pages)].map((table) => withMedian(table, pages)),
    goals: goals(pages, scriptBytes),
    detail: { script_bytes: scriptBytes, pages: all },
  }
}
