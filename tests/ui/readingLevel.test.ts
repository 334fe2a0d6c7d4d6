import { expect, test } from 'vitest'
import { gradeLevel, sentencesOf, syllables } from './support/gradeLevel.ts'
import { readLocales, textsOf } from './support/readLocales.ts'

const { en = [] } = await readLocales()
/** What participants read; the score and the model settings are for those who run or watch a study. */
const READ = [
  'recording',
  'upload',
  'panel',
  'join',
  'copy',
  'choice',
  'popup',
  'withdraw',
  'mydata',
  'here',
  'goals',
  'question',
  'note',
]
/** As it is read: with something in the place of what is filled in. */
const filled = (text: string) => text.replaceAll(/“?\$\d”?/g, 'Ann')
const texts = en
  .filter(({ key }) => READ.includes(key[0] ?? ''))
  .flatMap((message) => textsOf(message).map(([, text]) => filled(text)))

test.each([
  ['study', 2],
  ['recorded', 3],
  ['pages', 2],
  ['leave', 1],
  ['leaves', 1],
  ['searches', 2],
  ['collector', 3],
  ['the', 1],
  ['device', 2],
])('"%s" has %i syllables', (word, count) => expect(syllables(word)).toBe(count))

test('the formula tells a primer from a paper', () => {
  expect(gradeLevel(['The cat sat on the mat.', 'It was a big cat.'])).toBeLessThan(1)
  expect(
    gradeLevel([
      'Participants retain unconditional authorization to terminate their involvement without institutional repercussions.',
    ]),
  ).toBeGreaterThan(15)
})

test('what participants read takes six years of school', () => {
  const sentences = texts.flatMap(sentencesOf).filter((sentence) => sentence.split(' ').length >= 4)
  expect(sentences.length).toBeGreaterThan(70)
  expect(gradeLevel(sentences)).toBeLessThanOrEqual(6)
})

test('no sentence is long', () => {
  const long = texts.flatMap(sentencesOf).filter((sentence) => sentence.split(/\s+/).length > 22)
  expect(long).toEqual([])
})

test('no text of several sentences is above the eighth year', () => {
  const hard = texts
    .map((text) => sentencesOf(text))
    .filter((sentences) => sentences.length > 1 && gradeLevel(sentences) > 8)
  expect(hard.map((sentences) => [sentences.join(' '), gradeLevel(sentences).toFixed(1)])).toEqual([])
})
