import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseOptions, SUITES } from '../../bench/parseOptions.ts'

test('everything, where nothing is asked for', () => {
  expect(parseOptions([])).toEqual({
    suites: [...SUITES],
    runs: 1,
    json: null,
    pages: join('..', 'shared', 'pages'),
    only: '',
    tool: '',
  })
})

test.each([
  ['one', ['--suite', 'bytes'], ['bytes']],
  ['several at once', ['--suite', 'storm', 'page'], ['page', 'storm']],
  ['several times', ['--suite', 'storm', '--suite', 'record', '--suite', 'storm'], ['record', 'storm']],
])('suites: %s', (_, argv, suites) => {
  expect(parseOptions(argv, true).suites).toEqual(suites)
})

test('runs, pages and the file for JSON', () => {
  expect(
    parseOptions(['--runs', '7', '--pages', '/tmp/p', '--json', 'out.json', '--only', 'ebay', '--tool', 'rrweb'], true),
  ).toMatchObject({
    runs: 7,
    pages: '/tmp/p',
    json: 'out.json',
    only: 'ebay',
    tool: 'rrweb',
  })
})

test.each([
  ['an unknown suite', ['--suite', 'speed']],
  ['no whole number of runs', ['--runs', '2.5']],
  ['no run at all', ['--runs', '0']],
  ['an unknown option', ['--fast']],
])('refuses %s', (_, argv) => {
  expect(() => parseOptions(argv, true)).toThrow()
})
