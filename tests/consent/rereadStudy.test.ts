import { expect, test } from 'vitest'
import type { Study } from '../../schemas/index.ts'
import { makeConsent } from '../../src/consent/makeConsent.ts'
import { REREAD_MS, rereadStudy } from '../../src/consent/rereadStudy.ts'
import { CHANGED, CHOICES, NOW, STUDY } from './material.ts'

const URL = 'https://university.example/study.json'
const consent = await makeConsent(STUDY, 'en', CHOICES, 'participant', NOW)
const never = { checked_at: 0, over: false, problem: null }

/** Reads again with the address answering `answer`; how often it was asked, and what came of it. */
async function reread(
  answer: Study | number | Error,
  change: { before?: typeof never; now?: number; url?: string } = {},
) {
  let asked = 0
  const fetch = async () => {
    asked += 1
    if (answer instanceof Error) throw answer
    return typeof answer === 'number' ? new Response('', { status: answer }) : Response.json(answer)
  }
  const enrolled = { study: STUDY, study_url: change.url ?? URL, consent }
  const result = await rereadStudy(enrolled, change.before ?? never, { fetch, now: change.now ?? NOW })
  return { asked, result }
}

const newer: Study = { ...STUDY, version: STUDY.version + 1 }

test.each<[string, Study | number | Error, Study | null]>([
  ['the same', STUDY, null],
  ['an older one', { ...CHANGED, version: STUDY.version - 1 }, null],
  ['another text', CHANGED, CHANGED],
  ['another study', { ...CHANGED, id: 'other' }, null],
  [
    'one that sends elsewhere',
    { ...CHANGED, upload: { ...CHANGED.upload, endpoint: 'https://elsewhere.example' } },
    null,
  ],
  [
    'one that ends sooner',
    { ...newer, ends_at: '2026-01-01T00:00:00Z' },
    { ...newer, ends_at: '2026-01-01T00:00:00Z' },
  ],
  [
    'one that keeps less',
    { ...newer, retention: { ...STUDY.retention, collector_days: 1 } },
    { ...newer, retention: { ...STUDY.retention, collector_days: 1 } },
  ],
  [
    'one that keeps longer, with the old text',
    { ...newer, retention: { ...STUDY.retention, collector_days: 3650 } },
    null,
  ],
  [
    'one with another shop, with the old text',
    { ...newer, shops: [...STUDY.shops, { name: 'More', matches: ['https://more.example/*'] }] },
    null,
  ],
  [
    'one that asks more, with the old text',
    { ...newer, rationale: { chance: { purchase: 1 }, max_per_session: 1, max_per_day: 1, time_limit_seconds: 60 } },
    null,
  ],
  [
    'one that leaves fewer pages out, with the old text',
    { ...newer, excluded_pages: { ...STUDY.excluded_pages, page_types: [] } },
    null,
  ],
])('%s behind the link', async (_, found, followed) => {
  const { result } = await reread(found)
  expect(result).toEqual({ check: { checked_at: NOW, over: false, problem: null }, study: followed })
})

test('what cannot be read leaves all as it is, and is noted; gone means over, until it is back', async () => {
  for (const [answer, over, problem] of [
    [404, false, /404/],
    [new TypeError('offline'), false, /offline/],
    [410, true, /over/],
  ] as const) {
    const { result } = await reread(answer)
    expect(result).toEqual({ check: { checked_at: NOW, over, problem: expect.stringMatching(problem) }, study: null })
  }
  const over = { ...never, over: true }
  expect((await reread(new TypeError('offline'), { before: over })).result?.check.over).toBe(true)
  expect((await reread(STUDY, { before: over })).result?.check.over).toBe(false)
})

test('once an hour, whatever happens to the clock, and from the web alone', async () => {
  const before = { ...never, checked_at: NOW }
  expect(await reread(STUDY, { before, now: NOW + REREAD_MS - 1 })).toEqual({ asked: 0, result: null })
  expect((await reread(STUDY, { before, now: NOW + REREAD_MS })).asked).toBe(1)
  expect((await reread(STUDY, { before, now: NOW - 1 })).asked).toBe(1)
  expect((await reread(STUDY, { url: 'chrome-extension://x/study.json' })).asked).toBe(0)
})
