import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import type { ParticipantKind, Study } from '../../schemas/index.ts'
import { buildExtension } from '../chromium/buildExtension.ts'
import { callExtension } from '../chromium/callExtension.ts'
import { extensionId } from '../chromium/extensionId.ts'
import { grantHosts } from '../chromium/grantHosts.ts'
import { joinStudy } from '../chromium/joinStudy.ts'
import { launchChromium } from '../chromium/launchChromium.ts'
import { startCollector } from '../collector/startCollector.ts'
import { openStore } from '../collector/store/openStore.ts'
import { exportDataset } from '../dataset/exportDataset.ts'
import { readJson, writeJson } from './jsonFile.ts'

export interface PilotOptions {
  study: Study
  /** Folder of the dataset; the browser profile and the collector's database lie in `.pilot` inside it. */
  data: string
  headless: boolean
  kind: ParticipantKind
  cdpPort?: number
  viewport?: { width: number; height: number } | null
  args?: string[]
}

export interface PilotResult {
  sessions: number
  steps: number
  predictions: number
  /** Items that could not be sent, and why; 0 and null after a clean end. */
  waiting: number
  /** Items that can never be sent: a bug, or a corrupt row. */
  quarantined: number
  problem: string | null
}

/** A collector and a Chromium with the extension joined to the study: what a pilot and a demonstration have in common. */
export interface Pilot {
  context: BrowserContext
  extension: string
  study: Study
  store: string
  /** Ends the session, sends everything, closes browser and collector, writes the dataset. */
  finish(): Promise<PilotResult>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * Starts a pilot. The study's own collector is never touched: the data goes to one started here, whose port is kept in
 * `data`, so that a later run of the same pilot goes on with the same participant.
 */
export async function openPilot(options: PilotOptions): Promise<Pilot> {
  const work = join(options.data, '.pilot')
  mkdirSync(work, { recursive: true })
  const memory = join(work, 'pilot.json')
  const port = readJson<{ port: number }>(memory)?.port ?? (await freePort())
  writeJson(memory, { port })
  const study: Study = {
    ...options.study,
    upload: { endpoint: `http://127.0.0.1:${port}`, hold_minutes: 0 },
  }
  const storeUrl = `sqlite:${join(work, 'collector.sqlite')}`
  const store = await openStore(storeUrl)
  const collector = await startCollector({ study, store, host: '127.0.0.1', port })
  const built = grantHosts(await buildExtension(), study, join(work, 'extension'))
  const launch = (headless: boolean) =>
    launchChromium({
      profile: join(work, 'profile'),
      headless,
      extension: built,
      ...(options.cdpPort === undefined ? {} : { cdpPort: options.cdpPort }),
      ...(options.viewport === undefined ? {} : { viewport: options.viewport }),
      ...(options.args ? { args: options.args } : {}),
    })
  let context = await launch(options.headless)
  let open = true
  context.on('close', () => {
    open = false
  })
  const extension = await extensionId(context)
  await joinStudy(context, extension, `${collector.url}/study.json`, options.kind)

  return {
    context,
    extension,
    study,
    store: storeUrl,
    async finish() {
      if (!open) context = await launch(true)
      await extensionId(context)
      const sent = await callExtension<Pick<PilotResult, 'waiting' | 'quarantined' | 'problem'>>(
        context,
        extension,
        'finish',
      )
      await context.close()
      await collector.close()
      const exported = await exportDataset({ store, out: options.data, force: true })
      await store.close()
      return { ...exported, ...sent }
    },
  }
}
