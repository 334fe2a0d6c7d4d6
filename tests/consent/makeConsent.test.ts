import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isConsentCurrent } from '../../src/consent/isConsentCurrent.ts'
import { makeConsent } from '../../src/consent/makeConsent.ts'
import { CHANGED, CHOICES, NOW, STUDY } from './material.ts'

const make = (language: string) => makeConsent(STUDY, language, CHOICES, 'participant', NOW)
const withConsent = (change: Partial<typeof STUDY.consent>) => ({ ...STUDY, consent: { ...STUDY.consent, ...change } })

test.each(Object.entries(STUDY.consent.text))('consent read in %s is bound to that text', async (language, text) => {
  const consent = await make(language)
  expect(consent.language).toBe(language)
  expect(consent.consent_sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  expect(consent.consent_version).toBe(STUDY.consent.version)
})

test('there is no consent in a language that the study does not have', async () => {
  await expect(make('fr')).rejects.toThrow('no consent text in "fr"')
})

test.each([
  ['the same study', STUDY, true],
  ['another text and version', CHANGED, false],
  ['another version of the same text', withConsent({ version: '3' }), false],
  ['another text under the same version', withConsent({ text: { en: 'We record more.' } }), false],
  ['a space more', withConsent({ text: { en: `${STUDY.consent.text.en} ` } }), false],
  [
    'the text changed in another language only',
    withConsent({ text: { ...STUDY.consent.text, 'zh-CN': '别的' } }),
    true,
  ],
  ['its language taken out', withConsent({ text: { 'zh-CN': STUDY.consent.text['zh-CN'] ?? '' } }), false],
  ['another study', { ...STUDY, id: 'other' }, false],
])('a consent is held against %s', async (_, study, current) => {
  expect(await isConsentCurrent(await make('en'), study)).toBe(current)
})
