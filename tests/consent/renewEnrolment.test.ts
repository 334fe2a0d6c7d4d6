import { expect, test } from 'vitest'
import { type Enrolment, enrolment } from '../../src/consent/enrolment.ts'
import { makeConsent } from '../../src/consent/makeConsent.ts'
import { renewEnrolment } from '../../src/consent/renewEnrolment.ts'
import { CHANGED, CHOICES, NOW, STUDY } from './material.ts'

const URL = 'https://university.example/study.json'
const consent = await makeConsent(STUDY, 'en', CHOICES, 'test', NOW)
const before: Enrolment = { study: STUDY, study_url: URL, consent, token: 'a'.repeat(43), enrolled_at: NOW + 1 }
const again = {
  study: CHANGED,
  consent: await makeConsent(CHANGED, 'en', { ...CHOICES, page_content: false }, 'participant', NOW + 1000),
  token: 'b'.repeat(43),
}

test('who joins for the first time is as the page made them, and unknown to the collector', () => {
  expect(renewEnrolment(null, again)).toEqual({ ...again, enrolled_at: null })
})

test('who joins again stays the same participant with the same token, under the new consent', () => {
  const after = renewEnrolment(before, again)
  expect(enrolment.parse(after)).toEqual({
    study: CHANGED,
    study_url: URL,
    consent: { ...again.consent, participant_id: consent.participant_id, participant_kind: 'test' },
    token: before.token,
    enrolled_at: null,
  })
  expect(after.consent.choices.page_content).toBe(false)
})

test('the consent given before, with the changed study, is not sent again', () => {
  const waiting = renewEnrolment(before, { study: CHANGED, consent, token: before.token })
  expect(waiting).toEqual({ ...before, study: CHANGED })
})

test.each([
  ['another study', { ...CHANGED, id: 'other' }],
  ['another collector', { ...CHANGED, upload: { ...CHANGED.upload, endpoint: 'https://elsewhere.example' } }],
])('%s cannot be joined on top', (_, study) => {
  expect(() => renewEnrolment(before, { ...again, study })).toThrow('leave it first')
})
