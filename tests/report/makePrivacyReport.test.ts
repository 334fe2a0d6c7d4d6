import { expect, test } from 'vitest'
import { rules } from '../../src/privacy/rules.ts'
import { anonymity } from '../../src/report/anonymity.ts'
import { BLANK_MEANINGS } from '../../src/report/blankMeanings.ts'
import { makePrivacyReport } from '../../src/report/makePrivacyReport.ts'
import { renderPrivacyReport } from '../../src/report/renderPrivacyReport.ts'
import { secondScan } from '../../src/report/secondScan.ts'
import { lengthBucket } from '../../src/report/shapeOf.ts'
import { datasetOf, step } from './material.ts'

const clean = '<h1>Blue tent, 2 persons</h1>$129.99 4.5 out of 5 stars (1,234) Deliver to [destination] [email]'

test('every blank that a rule can make has its meaning', () => {
  const blanks = new Set([...rules.map(({ id }) => id), 'word', 'field', 'id', 'token', 'phone'])
  expect([...blanks].filter((blank) => !(blank in BLANK_MEANINGS))).toEqual([])
  expect(Object.keys(BLANK_MEANINGS).filter((blank) => !blanks.has(blank))).toEqual([])
})

test('counts fields by shape, and blanks by rule; a page in several rows once', async () => {
  const first = step(1, 0, clean)
  const report = await makePrivacyReport(datasetOf([first, { ...first, seq: 9, step_index: 1 }, step(2, 0, clean)]))
  expect(report).toMatchObject({ participants: 2, rows: [{ file: 'steps.jsonl', rows: 3 }] })
  expect(report.blanks).toEqual([
    { blank: 'destination', count: 2, fields: [{ field: 'steps.observation.context', count: 2 }] },
    { blank: 'email', count: 2, fields: [{ field: 'steps.observation.context', count: 2 }] },
  ])
  const field = (name: string) => report.fields.find((one) => one.field === name)
  expect(field('steps.observation.page_type')?.shapes).toEqual([{ shape: '“product”', count: 3 }])
  expect(field('steps.observation.title')?.shapes).toEqual([{ shape: 'text, 1–9 characters', count: 3 }])
  expect(field('steps.participant_id')?.shapes).toEqual([{ shape: 'a random id', count: 3 }])
  expect(field('steps.timestamp')?.shapes).toEqual([{ shape: 'a time', count: 3 }])
  expect(report.scan.counts).toEqual({ rule: 0, phone: 0, name: 0, number: 0, at_sign: 0 })
})

test('lengths are told in four steps', () => {
  expect([1, 9, 10, 99, 100, 9_999, 10_000].map(lengthBucket)).toEqual([
    '1–9 characters',
    '1–9 characters',
    '10–99 characters',
    '10–99 characters',
    '100–999 characters',
    '1,000–9,999 characters',
    '10,000 characters or more',
  ])
})

const slips: [kind: string, text: string, secret: RegExp][] = [
  ['rule', 'Write to zoe.quist@zandermail.example today', /zoe|quist|zandermail/],
  ['phone', 'ring 7911 123 456 1 or 6 1234 5678 now', /7911|1234 5678/],
  ['name', 'a gift for Maria Quistwick, who likes it', /Maria|Quistwick/],
  ['number', 'reference 550192377 is open', /550192377/],
  ['at_sign', 'find me @zoequist or zoe@home', /zoe@home/],
]

test.each(slips)('the second scan finds, and shows by its shape: %s', (kind, text, secret) => {
  const finds = secondScan(text, 'steps.observation.context', 'https://shop.example/')
  expect(finds.map((find) => find.kind)).toContain(kind)
  for (const { snippet } of finds) expect(snippet).not.toMatch(secret)
})

test('nor does what stands beside another find', () => {
  const text = slips.map(([, one]) => one).join(' ')
  const finds = secondScan(text, 'steps.observation.context', 'https://shop.example/')
  expect(finds.length).toBeGreaterThan(4)
  for (const { snippet } of finds) for (const [, , secret] of slips) expect(snippet).not.toMatch(secret)
})

test.each([
  'Calvin Klein Jeans, size 32',
  'ASIN: B07XJ8C8F5 Item model number 1234567890',
  'Price $1,299.00 (1,234,567 ratings) 30-40-50 cm',
  'ISBN-13 978-3-16-148410-0',
  'Released 2024-05-17, 12 months warranty',
  '1920 x 1080 px, 100-240 V, 50/60 Hz',
])('and not in what shops say: %s', (text) => {
  expect(secondScan(text, 'steps.observation.context', 'https://shop.example/')).toEqual([])
})

test('what slipped by is placed, counted, and nowhere shown', async () => {
  const rows = [step(1, 0, clean), step(2, 0, `${clean} zoe.quist@zandermail.example`, { title: 'Hello, Zoelina' })]
  const report = await makePrivacyReport(datasetOf(rows))
  expect(report.scan.counts.rule).toBe(2)
  expect(report.scan.finds.filter(({ kind }) => kind === 'rule')).toEqual([
    expect.objectContaining({ file: 'steps.jsonl', line: 2, field: 'steps.observation.title', why: 'name' }),
    expect.objectContaining({ file: 'steps.jsonl', line: 2, field: 'steps.observation.context', why: 'email' }),
  ])
  expect(report.scan.finds[0]?.item).toBe(rows[1]?.observation?.observation_id)
  const page = renderPrivacyReport(report, { title: 'A <study>', dataset: 'dataset' })
  expect(page + JSON.stringify(report)).not.toMatch(/quist|zandermail|Zoelina/i)
  expect(page).toContain('A &lt;study&gt;')
  expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/)
})

const person = (values: Record<string, string>) => new Map(Object.entries(values))

test('k is the size of the smallest group', () => {
  const people = ['a', 'a', 'a', 'b', 'b', 'c'].map((age) => person({ age }))
  expect(anonymity(people, ['age'])).toEqual({ columns: ['age'], people: 6, groups: 3, k: 1, alone: 1, under_five: 6 })
  expect(anonymity([...people, person({ age: 'c' })], ['age'])).toMatchObject({ k: 2, alone: 0 })
  expect(anonymity([], ['age'])).toMatchObject({ people: 0, k: 0 })
})

test('k-anonymity over the answers marked as quasi-identifiers, and over shops and days', async () => {
  const steps = [1, 2, 3, 4].map((who) =>
    step(who, 0, clean, { shop: who === 4 ? 'rare.example' : 'shop.example', day: who === 3 ? 1 : 0 }),
  )
  const ages = ['18-24', '18-24', '25-34', '25-34']
  const answers = ages.flatMap((age, index) => [
    { who: index + 1, question: 'age', answer: age, quasi: true },
    { who: index + 1, question: 'region', answer: index === 0 ? 'north' : 'south', quasi: true },
    { who: index + 1, question: 'free_words', answer: `nothing ${index}`, quasi: false },
  ])
  const { persona, behaviour, visits } = await makePrivacyReport(datasetOf(steps, answers))
  expect(persona.map(({ columns, k, alone }) => [columns.join('+'), k, alone])).toEqual([
    ['about_you.age+about_you.region', 1, 2],
    ['about_you.age', 2, 0],
    ['about_you.region', 1, 1],
  ])
  expect(behaviour.map(({ columns, alone }) => [columns.join('+'), alone])).toEqual([
    ['shops', 1],
    ['number of days', 0],
    ['days', 1],
    ['shops+days', 2],
  ])
  expect(visits).toEqual({ pairs: 3, alone: 2 })
})

test('a folder that is no dataset is refused, with what to do', async () => {
  await expect(makePrivacyReport('/nowhere')).rejects.toThrow(/no dataset.*shoptrace export/)
})
