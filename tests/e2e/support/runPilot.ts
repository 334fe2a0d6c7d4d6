import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { PredictionRow, RationaleRow, SessionRow, StepRow, StudyFile } from '../../../schemas/index.ts'
import { extensionId } from '../../../src/chromium/extensionId.ts'
import { readDataset } from '../../../src/dataset/readDataset.ts'

const root = join(import.meta.dirname, '../../..')

export const temporary = (name: string): string => mkdtempSync(join(tmpdir(), `shoptrace-${name}-`))

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** A whole study for tests, on these shops. */
export function testStudy(matches: string[], more: Partial<StudyFile> = {}): StudyFile {
  return {
    schema_version: 1,
    id: 'e2e',
    title: 'End-to-end study',
    version: 1,
    contact: { name: 'Test', email: 'test@example.org' },
    consent: { version: '1', text: { en: 'You take part in a test.' } },
    shops: [{ name: 'Shop', matches }],
    upload: { endpoint: 'http://127.0.0.1:9', hold_minutes: 0 },
    predictors: ['ranker'],
    prediction_visibility: 'open',
    retention: { device_days: 7, collector_days: 30 },
    ...more,
  }
}

/** A pilot that runs, and where a driver may attach. */
export interface PilotProcess {
  process: ChildProcess
  data: string
  cdpUrl: string
  /** Resolves when the pilot ends by itself. */
  ended: Promise<{ code: number | null; said: string }>
  /** SIGTERM, then the exit code and all that was printed. */
  end(): Promise<{ code: number | null; said: string }>
}

export interface PilotRun extends PilotProcess {
  browser: Browser
  context: BrowserContext
  /** Id of the extension. */
  extension: string
  /** The page that the pilot opened at this origin. */
  page(origin: string): Page
}

/** Runs `shoptrace pilot` as a researcher would. */
export async function startPilot(study: StudyFile, url: string, data = temporary('pilot')): Promise<PilotProcess> {
  const file = join(data, 'study.json')
  writeFileSync(file, JSON.stringify(study))
  const cdpPort = await freePort()
  const args = ['pilot', '--study', file, '--url', url, '--headless', '--cdp-port', `${cdpPort}`, '--data', data]
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { cwd: root })
  let said = ''
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk
      if (said.includes('Ready.')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exited.then((code) => reject(new Error(`The pilot ended with ${code}:\n${said}`)))
  })
  const ended = exited.then((code) => ({ code, said }))
  return {
    process: child,
    data,
    cdpUrl: `http://127.0.0.1:${cdpPort}`,
    ended,
    end() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Runs a pilot, and attaches a driver over CDP. */
export async function runPilot(study: StudyFile, url: string, data = temporary('pilot')): Promise<PilotRun> {
  const pilot = await startPilot(study, url, data)
  const browser = await chromium.connectOverCDP(pilot.cdpUrl)
  const context = browser.contexts()[0] as BrowserContext
  return {
    ...pilot,
    browser,
    context,
    extension: await extensionId(context),
    page(origin) {
      const page = context.pages().find((one) => one.url().startsWith(origin))
      if (!page) throw new Error(`The pilot opened no page at ${origin}.`)
      return page
    },
  }
}

export interface Dataset {
  sessions: SessionRow[]
  steps: StepRow[]
  predictions: PredictionRow[]
  rationales: RationaleRow[]
}

export async function loadDataset(folder: string): Promise<Dataset> {
  const dataset = await readDataset(folder)
  return {
    sessions: await Array.fromAsync(dataset.sessions()),
    steps: await Array.fromAsync(dataset.steps()),
    predictions: await Array.fromAsync(dataset.predictions()),
    rationales: await Array.fromAsync(dataset.rationales()),
  }
}
