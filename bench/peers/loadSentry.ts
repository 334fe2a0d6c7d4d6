import { bundlePage } from '../../src/chromium/bundlePage.ts'
import type { Peer } from './peer.ts'
import { versionOf } from './readPackage.ts'

/** Sentry with the replay integration alone, every session recorded, its compressing worker on as by default. */
export async function loadSentry(): Promise<Peer> {
  return {
    name: 'Sentry',
    version: versionOf('@sentry/browser'),
    library: await bundlePage('../bench/inPage/sentry.ts', 'benchSentry'),
    start: (ingest) => `
      benchSentry.init({
        dsn: '${ingest.replace('://', '://bench@')}/1', defaultIntegrations: false, replaysSessionSampleRate: 1,
        integrations: [benchSentry.replayIntegration()],
      })
      window.benchFlush = () => benchSentry.getReplay()?.flush()`,
    again: null,
    flush: 'window.benchFlush?.()',
  }
}
