import { bundlePage } from '../../src/chromium/bundlePage.ts'
import type { Peer } from './peer.ts'
import { versionOf } from './readPackage.ts'

/** Text, fields and media are masked by default; beyond that, attributes can be named. */
const STRICT = `maskAllText: true, maskAllInputs: true, blockAllMedia: true, maskAttributes: [${[
  ...[
    'title',
    'placeholder',
    'aria-label',
    'aria-description',
    'alt',
    'href',
    'src',
    'value',
    'content',
    'action',
    'id',
  ],
  ...['name', 'data-user', 'data-customer-name', 'data-testid'],
].map((name) => `'${name}'`)}]`

/** Sentry with the replay integration alone, every session recorded, its compressing worker on as by default. */
export async function loadSentry(): Promise<Peer> {
  return {
    name: 'Sentry',
    version: versionOf('@sentry/browser'),
    library: await bundlePage('../bench/inPage/sentry.ts', 'benchSentry'),
    start: (ingest) => start(ingest, ''),
    startStrict: (ingest) => start(ingest, STRICT),
    again: null,
    flush: 'window.benchFlush?.()',
  }
}

const start = (ingest: string, masking: string): string => `
      benchSentry.init({
        dsn: '${ingest.replace('://', '://bench@')}/1', defaultIntegrations: false, replaysSessionSampleRate: 1,
        integrations: [benchSentry.replayIntegration({ ${masking} })],
      })
      window.benchFlush = () => benchSentry.getReplay()?.flush()`
