import type { Peer } from './peer.ts'
import { readPackage, versionOf } from './readPackage.ts'

/** posthog-js with session replay alone: what it captures besides is no recorder's work. */
export function loadPosthog(): Peer {
  return {
    name: 'PostHog',
    version: versionOf('posthog-js'),
    library: `${readPackage('posthog-js/dist/posthog-recorder.js')}\n;${readPackage('posthog-js/dist/array.full.no-external.js')}`,
    start: (ingest) => start(ingest, '{}'),
    startStrict: (ingest) => start(ingest, "{ maskAllInputs: true, maskTextSelector: '*' }"),
    again: null,
    flush: null,
  }
}

const start = (ingest: string, masking: string): string => `
      posthog.init('bench', {
        api_host: '${ingest}', ui_host: '${ingest}', autocapture: false, capture_pageview: false, capture_pageleave: false,
        capture_dead_clicks: false, capture_performance: false, rageclick: false, disable_surveys: true, capture_exceptions: false,
        opt_out_useragent_filter: true, mask_personal_data_properties: ${masking !== '{}'}, session_recording: ${masking},
      })
      posthog.startSessionRecording()`
