import { expect, test } from 'vitest'
import { matchesAny, matchesPattern } from '../../src/privacy/matchesPattern.ts'

test.each([
  ['https://www.example.com/a', 'https://www.example.com/*', true],
  ['https://www.example.com', 'https://www.example.com/*', true],
  ['https://WWW.Example.com/a', 'https://www.example.com/*', true],
  ['https://www.example.com./a', 'https://www.example.com/*', true],
  ['https://user:pass@www.example.com/a', 'https://www.example.com/*', true],
  ['http://www.example.com/a', 'https://www.example.com/*', false],
  ['http://www.example.com/a', '*://www.example.com/*', true],
  ['ftp://www.example.com/a', '*://www.example.com/*', false],
  ['https://example.com/', 'https://*.example.com/*', true],
  ['https://a.b.example.com/', 'https://*.example.com/*', true],
  ['https://badexample.com/', 'https://*.example.com/*', false],
  ['https://example.com.evil.net/', 'https://*.example.com/*', false],
  ['https://evil.net/https://example.com/', 'https://example.com/*', false],
  ['https://example.com/shop/x?y=1', 'https://example.com/shop/*', true],
  ['https://example.com/Shop/x', 'https://example.com/shop/*', false],
  ['https://example.com/a?order=5', 'https://example.com/*order=*', true],
  ['https://example.com/a#order=5', 'https://example.com/*order=*', false],
  ['https://example.com/gp/cart/view.html', 'https://example.com/gp/*/view.html', true],
  ['https://example.com/ab', 'https://example.com/ab*b', false],
  ['https://example.com/a', 'https://example.com/', false],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/*', true],
  ['http://127.0.0.1:8081/x', 'http://127.0.0.1:8080/*', false],
  ['http://127.0.0.1/x', 'http://127.0.0.1:8080/*', false],
  ['http://127.0.0.1:8081/x', 'http://127.0.0.1/*', true],
  ['http://127.0.0.1:8081/x', 'http://127.0.0.1:*/*', true],
  ['http://example.com/x', 'http://example.com:80/*', true],
  ['https://example.com/x', '*://example.com:80/*', false],
  ['https://example.com/x', '*://example.com:443/*', true],
  ['http://[::1]:3000/x', 'http://[::1]:3000/*', true],
  ['https://any.example/', '*://*/*', true],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/*', true],
  ['about:blank', '*://*/*', false],
  ['not an address', '*://*/*', false],
  ['https://example.com/', 'example.com', false],
  ['https://example.com/', 'https://exa*mple.com/*', false],
])('%s against %s: %s', (url, pattern, matches) => {
  expect(matchesPattern(url, pattern)).toBe(matches)
})

test('any of several', () => {
  const patterns = ['https://a.example/*', 'https://*.b.example/shop/*']
  expect(matchesAny('https://www.b.example/shop/1', patterns)).toBe(true)
  expect(matchesAny('https://www.b.example/help', patterns)).toBe(false)
  expect(matchesAny('https://a.example/', [])).toBe(false)
})

test('many stars cost no more than their number', () => {
  const pattern = `https://example.com/${'*a'.repeat(2000)}b`
  expect(matchesPattern(`https://example.com/${'a'.repeat(100_000)}`, pattern)).toBe(false)
})
