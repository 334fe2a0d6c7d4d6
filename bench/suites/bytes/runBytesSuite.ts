import { median } from '../../figures/median.ts'
import type { SuiteReport, Table } from '../../figures/report.ts'
import { rotate } from '../../figures/rotate.ts'
import { readSavedPages } from '../../pages/readSavedPages.ts'
import type { BenchOptions } from '../../parseOptions.ts'
import { say } from '../../say.ts'
import { loadTools } from '../../tools/loadTools.ts'
import type { Arrived, Tool } from '../../tools/tool.ts'
import { leafThrough } from './leafThrough.ts'
import { shopDemo } from './shopDemo.ts'
import { walkThrough } from './walkThrough.ts'

const ACTIONS = 40
/** Of these Shoptrace keeps no content, on purpose; leaving them out favours nobody. */
const PRIVATE = /signin|order/

interface Scene {
  name: string
  play(tool: Tool): Promise<Arrived>
}

interface Session extends Arrived {
  tool: string
  scene: string
  run: number
}

function listScenes({ pages, only }: BenchOptions): Scene[] {
  const demo: Scene = { name: 'demonstration shop', play: (tool) => shopDemo(tool, ACTIONS) }
  const saved = readSavedPages(pages, only).filter(({ name }) => !PRIVATE.test(name))
  if (saved.length === 0) {
    say(`SKIPPED: no saved pages in ${pages}; --pages names another folder.`)
    return [demo]
  }
  const scenes = [
    demo,
    { name: `${saved.length} saved pages, each once`, play: (tool: Tool) => leafThrough(tool, saved, ACTIONS) },
  ]
  const walk = walkThrough(saved)
  if (walk.length > 0) {
    const name = `one shop's saved pages, ${walk.length} views with returns to the results`
    scenes.push({ name, play: (tool) => leafThrough(tool, walk, ACTIONS) })
  }
  return scenes
}

/** What a session of 40 actions weighs on the wire, by recorder. */
export async function runBytesSuite(options: BenchOptions): Promise<SuiteReport> {
  const tools = (await loadTools(options.tool)).filter(({ name }) => name !== 'nothing')
  const scenes = listScenes(options)
  const sessions: Session[] = []
  for (let run = 0; run < options.runs; run++) {
    for (const tool of rotate(tools, run)) {
      for (const scene of scenes) {
        say(`bytes, run ${run + 1} of ${options.runs}: ${tool.name}, ${scene.name}`)
        const arrived = await scene.play(tool)
        sessions.push({ tool: tool.name, scene: scene.name, run, ...arrived })
        if (tool.name === 'Shoptrace' && (arrived.items.action ?? 0) < ACTIONS)
          throw new Error(`Of ${ACTIONS} actions ${arrived.items.action ?? 0} arrived at the collector.`)
      }
    }
  }
  const names = tools.map(({ name }) => name)
  return {
    suite: 'bytes',
    tables: scenes.map((scene) => tableOf(scene.name, sessions, names)),
    goals: scenes.map((scene) => ({
      text: `uploaded bytes / rrweb, ${scene.name}`,
      limit: 1 / 30,
      is: 'at most',
      unit: 'ratio',
      measured: bytesOf(sessions, scene.name, 'Shoptrace') / leastOf(sessions, scene.name, 'rrweb'),
    })),
    detail: sessions,
  }
}

const of = (sessions: readonly Session[], scene: string, tool: string): Session[] =>
  sessions.filter((session) => session.scene === scene && session.tool === tool)

const bytesOf = (sessions: readonly Session[], scene: string, tool: string): number =>
  median(of(sessions, scene, tool).map(({ bytes }) => bytes))

/** As sent, or gathered into larger uploads, whichever is less. */
const leastOf = (sessions: readonly Session[], scene: string, tool: string): number =>
  median(of(sessions, scene, tool).map(({ bytes, gathered }) => Math.min(bytes, gathered ?? bytes)))

function tableOf(scene: string, sessions: readonly Session[], tools: readonly string[]): Table {
  const ours = bytesOf(sessions, scene, 'Shoptrace')
  return {
    title: `A session of ${ACTIONS} actions, ${scene} (bytes of all upload bodies, gzipped)`,
    of: 'recorder',
    columns: [
      { title: 'bytes', unit: 'bytes' },
      { title: 'per action', unit: 'bytes' },
      { title: 'uploads', unit: 'count' },
      { title: 'gathered', unit: 'bytes' },
      { title: 'ours/theirs', unit: 'ratio' },
      { title: 'theirs/ours', unit: 'ratio' },
    ],
    rows: tools.map((name) => {
      const bytes = bytesOf(sessions, scene, name)
      const least = leastOf(sessions, scene, name)
      const uploads = median(of(sessions, scene, name).map((session) => session.uploads))
      return { name, figures: [bytes, bytes / ACTIONS, uploads, least, ours / least, least / ours] }
    }),
    notes: [
      'The same script and defaults for everyone. What came uncompressed is gzipped here, each upload by itself; "gathered": the same',
      'in uploads of up to 1 MB of JSON, as large as ours, where that is less; the ratios are to that. Shoptrace: as it ships, to a real collector,',
      'all actions arrived. rrweb and Sentry are asked to send before a page is left; PostHog and Clarity send as they like, and what',
      'they lose at a navigation is not in their figure.',
    ],
  }
}
