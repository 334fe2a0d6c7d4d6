import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { study } from '../../schemas/index.ts'
import { checkAnswer } from '../../src/consent/checkAnswer.ts'
import { openSurveys, parseAnswered } from '../../src/consent/openSurveys.ts'
import { NOW } from './material.ts'

const WEEK = 7 * 86_400_000
const example = study.parse(JSON.parse(readFileSync('studies/example.json', 'utf8')))
const questions = Object.fromEntries(
  (example.surveys ?? []).flatMap((one) => one.questions).map((one) => [one.id, one]),
)

test.each<[string, unknown, unknown]>([
  ['age', '25_34', '25_34'],
  ['age', '', null],
  ['age', undefined, null],
  ['what_matters', ['reviews', 'price'], ['price', 'reviews']],
  ['what_matters', [], null],
  ['spend_per_month', 12.5, 12.5],
  ['spend_per_month', 0, 0],
  ['compares', 5, 5],
  ['in_own_words', 'x'.repeat(3000), 'x'.repeat(1000)],
])('to "%s" %j is kept as %j', (id, answer, kept) => {
  const question = questions[id]
  if (!question) throw new Error('There is no such question.')
  expect(checkAnswer(question, answer)).toEqual(kept)
})

test.each<[string, unknown]>([
  ['age', 'none_of_these'],
  ['age', 3],
  ['what_matters', ['price', 'none_of_these']],
  ['what_matters', 'price'],
  ['spend_per_month', -1],
  ['spend_per_month', '12'],
  ['compares', 2.5],
  ['compares', 6],
  ['in_own_words', 5],
  ['how_often', null],
])('to "%s" %j does not fit', (id, answer) => {
  const question = questions[id]
  if (!question) throw new Error('There is no such question.')
  expect(() => checkAnswer(question, answer)).toThrow(`"${id}"`)
})

test('surveys come at joining once, every week, or at any time', () => {
  const anyTime = { ...(example.surveys?.[0] ?? questions), id: 'any', when: 'any_time' } as never
  const asking = { surveys: [anyTime, ...(example.surveys ?? [])] }
  const open = (now: number, answered: Record<string, number>) =>
    openSurveys(asking, { now, joined_at: NOW, answered }).map(({ survey, due }) => [survey.id, due])
  const joining = { about_you: NOW, shopping_habits: NOW }
  expect(open(NOW, {})).toEqual([
    ['about_you', true],
    ['shopping_habits', true],
    ['any', false],
  ])
  expect(open(NOW + WEEK - 1, joining)).toEqual([['any', false]])
  expect(open(NOW + WEEK, joining)).toEqual([
    ['your_week', true],
    ['any', false],
  ])
  expect(open(NOW + WEEK, { ...joining, your_week: NOW + WEEK })).toEqual([['any', false]])
  expect(open(NOW + 2 * WEEK, { ...joining, your_week: NOW + WEEK })).toContainEqual(['your_week', true])
  for (const raw of [null, 'x', undefined]) expect(parseAnswered(raw)).toEqual({})
  expect(parseAnswered({ about_you: 5, other: 'x' })).toEqual({ about_you: 5 })
})

test('the example study says everything in each language of its consent', () => {
  const languages = Object.keys(example.consent.text).sort()
  const texts: unknown[] = []
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('en' in value) texts.push(Object.keys(value).sort())
    else for (const one of Object.values(value)) collect(one)
  }
  collect([example.consent.text, example.surveys])
  expect(languages).toEqual(['de', 'en', 'es', 'zh-CN'])
  expect(texts.length).toBeGreaterThan(60)
  expect(texts.filter((one) => JSON.stringify(one) !== JSON.stringify(languages))).toEqual([])
})
