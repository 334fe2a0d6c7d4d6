import { expect, test } from 'vitest'
import { formatFigure } from '../../bench/figures/formatFigure.ts'
import { formatTable } from '../../bench/figures/formatTable.ts'
import { inpPercentile } from '../../bench/figures/inpPercentile.ts'
import { keptFacts } from '../../bench/figures/keptFacts.ts'
import { median } from '../../bench/figures/median.ts'
import { type Goal, isMet, printGoals, printTable } from '../../bench/figures/report.ts'
import { rotate } from '../../bench/figures/rotate.ts'

test.each([
  [[], Number.NaN],
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
  [[Number.NaN, 7, 1], 4],
  [[100, 20, 3], 20],
])('median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test.each([
  ['no interaction', [], 0, 0],
  ['the slowest of few', [24, 80, 16], 49, 80],
  ['one left out for fifty', [24, 80, 16], 50, 24],
  ['the fifth slowest of 200', [900, 800, 700, 600, 40, 32, 24], 200, 40],
  ['most were too quick to be told', [900], 200, 0],
])('INP: %s', (_, durations, interactions, expected) => {
  expect(inpPercentile(durations, interactions)).toBe(expected)
})

test('over as many rounds as there are tools, each is at each place once', () => {
  const tools = ['a', 'b', 'c']
  const rounds = [0, 1, 2].map((round) => rotate(tools, round))
  for (const place of [0, 1, 2]) expect(new Set(rounds.map((round) => round[place])).size).toBe(3)
  expect(rotate(tools, 3)).toEqual(tools)
  expect(rotate([], 2)).toEqual([])
})

test.each([
  [Number.NaN, 'ms', '–'],
  [4.24, 'ms', '4.2'],
  [480.4, 'ms', '480'],
  [0.9999, 'share', '99.9 %'],
  [1, 'share', '100.0 %'],
  [0.0333, 'ratio', '0.033'],
  [1.104, 'ratio', '1.10'],
  [0, 'ratio', '0.00'],
  [950, 'bytes', '950 B'],
  [61_240, 'bytes', '61.2 kB'],
  [9999, 'count', '9999'],
  [48_448, 'count', '48.4k'],
] as const)('%d in %s reads %s', (value, unit, expected) => {
  expect(formatFigure(value, unit)).toBe(expected)
})

test('a table lines its columns up', () => {
  expect(
    formatTable(
      ['page', 'ms'],
      [
        ['cart', '4.0'],
        ['search results', '12.5'],
      ],
    ).split('\n'),
  ).toEqual(['page              ms', '──────────────  ────', 'cart             4.0', 'search results  12.5'])
})

const goal = (measured: number, is: Goal['is'] = 'at most'): Goal => ({
  text: 'g',
  limit: 2,
  is,
  unit: 'ratio',
  measured,
})

test.each([
  [goal(2), true],
  [goal(2.01), false],
  [goal(2, 'at least'), true],
  [goal(1.99, 'at least'), false],
  [goal(Number.NaN), false],
  [goal(Number.NaN, 'at least'), false],
])('%j is met: %s', (one, expected) => {
  expect(isMet(one)).toBe(expected)
})

test('goals say what was wanted and what came out', () => {
  const text = printGoals([goal(1), goal(3), goal(Number.NaN)])
  expect(text).toMatch(/≤ 2\.00\s+1\.00\s+met/)
  expect(text).toMatch(/≤ 2\.00\s+3\.00\s+MISSED/)
  expect(text).toMatch(/–\s+not measured/)
})

test('a table prints its title, figures in their units, and notes', () => {
  const text = printTable({
    title: 'Work',
    of: 'tool',
    columns: [
      { title: 'time', unit: 'ms' },
      { title: 'ratio', unit: 'ratio' },
    ],
    rows: [
      { name: 'ours', figures: [12.34, 0.5] },
      { name: 'theirs', figures: [1] },
    ],
    notes: ['Medians.'],
  })
  expect(text).toContain('Work')
  expect(text).toMatch(/ours\s+12\.3\s+0\.50/)
  expect(text).toMatch(/theirs\s+1\.0\s+–/)
  expect(text).toContain('  Medians.')
})

test('facts of products are found in what a context says, however it is escaped', () => {
  const context = '<div name="salt_pepper"><a name="view_product">Salt &amp; Pepper  Mill</a> $12.99 4.5 out of 5</div>'
  const facts = { title: ['Salt & Pepper Mill'], price: ['$12.99', '$9.99'], rating: ['Rated 4.5 of 5', '3.9'] }
  expect(keptFacts(context, facts)).toEqual({ kept: 3, of: 5 })
})
