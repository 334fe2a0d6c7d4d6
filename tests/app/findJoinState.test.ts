import { expect, test } from 'vitest'
import type { OffReason } from '../../schemas/index.ts'
import { findJoinState, type JoinSources } from '../../src/app/findJoinState.ts'
import type { Enrolment } from '../../src/consent/enrolment.ts'
import { StudyError } from '../../src/consent/loadStudy.ts'
import { makeConsent } from '../../src/consent/makeConsent.ts'
import { CHANGED, CHOICES, NOW, STUDY } from '../consent/material.ts'

const URL = 'https://university.example/study.json'
const consent = await makeConsent(STUDY, 'en', CHOICES, 'participant', NOW)
const enrolled: Enrolment = { study: STUDY, study_url: URL, consent, token: 'a'.repeat(43), enrolled_at: NOW }
const on = { kind: 'recording' } as const
const off = (reason: OffReason) => ({ kind: 'off', reason }) as const
const fails = (error: Error) => () => Promise.reject(error)

const find = (change: Partial<JoinSources>) =>
  findJoinState({
    url: URL,
    enrolled: null,
    recording: off('not_joined'),
    load: async () => STUDY,
    languages: ['en-GB'],
    ...change,
  })
const anew = { kind: 'ready', language: 'en', renewal: { version: '2', agreed_at: NOW, why: 'changed' } }

test.each<[string, Partial<JoinSources>, object]>([
  ['no link asks for one', { url: null }, { kind: 'asking', unreadable: false }],
  [
    'a consent that cannot be read asks for the link again',
    { url: null, recording: off('consent_unreadable') },
    { kind: 'asking', unreadable: true },
  ],
  ['a link invites', {}, { kind: 'ready', study: STUDY, language: 'en', text: STUDY.consent.text.en, renewal: null }],
  [
    'the text is shown in the language that is read',
    { languages: ['zh-TW', 'en'] },
    { language: 'zh-CN', text: STUDY.consent.text['zh-CN'] },
  ],
  ['who left may join again', { recording: off('withdrawn') }, { kind: 'ready', renewal: null }],
  ['a dead link is told', { load: fails(new StudyError('it answered 404')) }, { kind: 'unreachable', url: URL }],
  [
    'a file with mistakes lists them',
    { load: fails(new StudyError('mistakes', ['id: wrong'])) },
    { kind: 'malformed', mistakes: ['id: wrong'] },
  ],
  ['who has joined has nothing to do', { enrolled, recording: on }, { kind: 'joined', how: 'before' }],
  [
    'nor where the study cannot be read again',
    { enrolled, recording: on, load: fails(new StudyError('offline')) },
    { kind: 'joined', how: 'before' },
  ],
  ['a changed text behind the link asks anew', { enrolled, recording: on, load: async () => CHANGED }, anew],
  [
    'without a link, it is read again where it came from',
    { enrolled, recording: on, url: null, load: async (url) => (url === URL ? CHANGED : STUDY) },
    { ...anew, study: CHANGED },
  ],
  [
    'a changed text on this device asks anew, also offline',
    {
      enrolled: { ...enrolled, study: CHANGED },
      recording: off('consent_outdated'),
      load: fails(new StudyError('offline')),
    },
    { ...anew, study: CHANGED, text: CHANGED.consent.text.en },
  ],
  [
    'an older copy behind the link does not bring the old text back',
    { enrolled: { ...enrolled, study: CHANGED }, recording: off('consent_outdated') },
    { ...anew, study: CHANGED },
  ],
  [
    'the changed text is asked for in the language of before',
    { enrolled, recording: on, languages: ['zh-CN'], load: async () => CHANGED },
    { language: 'en' },
  ],
  [
    "another study's link does not take this one's place",
    { enrolled, recording: on, load: async () => ({ ...CHANGED, id: 'other', title: 'Other' }) },
    { kind: 'joined', title: STUDY.title, how: 'before' },
  ],
  [
    'nor does one that sends the data elsewhere',
    {
      enrolled,
      recording: on,
      load: async () => ({ ...CHANGED, upload: { ...CHANGED.upload, endpoint: 'https://elsewhere.example' } }),
    },
    { kind: 'joined', how: 'before' },
  ],
  [
    'a consent that ran out is asked for again, with the text as it is',
    { enrolled, recording: off('consent_expired') },
    { kind: 'ready', study: STUDY, renewal: { version: '2', agreed_at: NOW, why: 'expired' } },
  ],
  ['a study that is over says so', { enrolled, recording: off('study_over') }, { kind: 'over', title: STUDY.title }],
  [
    'a missing permission asks for that alone',
    { enrolled, recording: off('permission_missing') },
    { kind: 'permission', study: STUDY },
  ],
  [
    'but not before a changed text is agreed to',
    { enrolled, recording: off('permission_missing'), load: async () => CHANGED },
    anew,
  ],
])('%s', async (_, sources, expected) => {
  expect(await find(sources)).toMatchObject(expected)
})
