import { expect, test } from 'vitest'
import type { ConsentState } from '../../src/consent/readRecordingState.ts'
import { pageStatus } from '../../src/worker/pageStatus.ts'
import { isPausedSite, type PausedPlaces, siteOf } from '../../src/worker/pausedPlaces.ts'

const enrolment = { study: { shops: [{ matches: ['https://*.shop.example/*', 'http://127.0.0.1:7411/*'] }] } }
const recording = { kind: 'recording', enrolment } as unknown as ConsentState
const nowhere: PausedPlaces = { sites: [], tabs: [] }
const page = { url: 'https://www.shop.example/p', tab_id: 3, incognito: false }

test.each([
  ['a shop page', page, nowhere, 'recorded'],
  ['another host', { ...page, url: 'https://bank.example/' }, nowhere, 'not_shop'],
  ['another port', { ...page, url: 'http://127.0.0.1:8080/' }, nowhere, 'not_shop'],
  ['a page whose address is not to be seen', { ...page, url: '' }, nowhere, 'not_shop'],
  ['no tab that is known, and none paused', { ...page, tab_id: null }, nowhere, 'recorded'],
  ['no tab that is known, and one paused', { ...page, tab_id: null }, { sites: [], tabs: [9] }, 'paused'],
  ['a private window, whatever the browser allows', { ...page, incognito: true }, nowhere, 'private_window'],
  ['this tab paused', page, { sites: [], tabs: [3] }, 'paused'],
  ['another tab paused', page, { sites: [], tabs: [4] }, 'recorded'],
  ['its site paused', page, { sites: ['shop.example'], tabs: [] }, 'paused'],
  [
    'a subdomain of a paused site',
    { ...page, url: 'https://m.shop.example/' },
    { sites: ['shop.example'], tabs: [] },
    'paused',
  ],
  ['a site that only ends alike', page, { sites: ['hop.example'], tabs: [] }, 'recorded'],
  ['paused tabs that cannot be read', page, { sites: [], tabs: 'all' }, 'paused'],
  ['paused sites that cannot be read', page, { sites: 'all', tabs: [] }, 'paused'],
] as const)('%s', (_, one, places, kind) => expect(pageStatus(recording, one, places as PausedPlaces).kind).toBe(kind))

test('paused or off everywhere is off here', () => {
  expect(pageStatus({ kind: 'paused', until: null, enrolment } as unknown as ConsentState, page, nowhere).kind).toBe(
    'off',
  )
  expect(pageStatus({ kind: 'off', reason: 'not_joined', enrolment: null }, page, nowhere).kind).toBe('not_shop')
})

test.each([
  ['https://www.shop.example/x?y', 'shop.example'],
  ['https://m.shop.example./', 'm.shop.example'],
  ['http://127.0.0.1:7411/', '127.0.0.1'],
  ['about:blank', ''],
  ['', ''],
])('%s is on the site "%s"', (url, site) => expect(siteOf(url)).toBe(site))

test('a paused subdomain leaves its parent alone', () => {
  expect(isPausedSite('https://shop.example/', ['m.shop.example'])).toBe(false)
})
