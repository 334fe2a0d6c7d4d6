import { expect, test } from 'vitest'
import { isWebAddressSafe } from '../../src/consent/isWebAddressSafe.ts'
import { parseStudyAddress } from '../../src/consent/parseStudyAddress.ts'

test.each([
  ['https://u.example/study.json', 'link', 'https://u.example/study.json'],
  ['  https://u.example/s?x=1 ', 'link', 'https://u.example/s?x=1'],
  ['chrome-extension://abc/study.json', 'link', 'chrome-extension://abc/study.json'],
  ['u.example/study.json', 'link', 'https://u.example/study.json'],
  ['collector.u.example/K7M2QX', 'code', 'https://collector.u.example/v1/join/K7M2QX'],
  ['collector.u.example/k7m-2qx', 'code', 'https://collector.u.example/v1/join/K7M2QX'],
  ['u.example:8443/lamps/K7M2QX', 'code', 'https://u.example:8443/lamps/v1/join/K7M2QX'],
  [' 127.0.0.1:7410 / K7M2QX ', 'code', 'http://127.0.0.1:7410/v1/join/K7M2QX'],
  ['localhost:7410/K7M2QX', 'code', 'http://localhost:7410/v1/join/K7M2QX'],
])('%s is a %s', (typed, kind, url) => {
  expect(parseStudyAddress(typed)).toMatchObject({ kind, url })
})

test.each([
  '',
  'K7M2QX',
  'K7M-2QX',
  'lamps',
  'u.example',
  'u.example/',
  'u.example//K7M2QX',
  'https://',
  'my study/K7M2QX',
  '/K7M2QX',
])('"%s" is neither', (typed) => expect(parseStudyAddress(typed)).toBeNull())

test.each([
  ['https://u.example/s', true],
  ['http://u.example/s', false],
  ['http://127.0.0.1:7410/study.json', true],
  ['http://localhost/study.json', true],
  ['http://127.0.0.1.evil.example/s', false],
  ['moz-extension://x/study.json', true],
  ['nothing', false],
])('%s is safe: %s', (url, safe) => expect(isWebAddressSafe(url)).toBe(safe))
