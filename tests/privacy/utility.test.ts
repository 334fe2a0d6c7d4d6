import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { pagePrivacy } from '../../src/privacy/pagePrivacy.ts'
import { scrubText } from '../../src/privacy/scrubText.ts'

const shared = join(import.meta.dirname, '../../../shared')
const isAbsent = !existsSync(shared)
if (isAbsent)
  console.warn('SKIPPED: ../shared is absent, so what survives scrubbing was not measured on real queries and pages')

test.skipIf(isAbsent)('real queries come through unchanged', () => {
  const traces: Record<string, string[]> = JSON.parse(
    readFileSync(join(shared, 'traces/webshop-goal-query-map.json'), 'utf8'),
  )
  const queries = Object.values(traces).flat()
  const goals = Object.keys(traces)
  const changed = [...queries, ...goals].filter(
    (text) => scrubText(text) !== text || pagePrivacy.scrubText(text) !== text,
  )
  if (changed.length > 0) console.warn(changed.map((text) => `${text}  →  ${scrubText(text)}`).join('\n'))
  expect(queries.length).toBe(2197)
  expect(1 - changed.length / queries.length).toBeGreaterThanOrEqual(0.995)
})

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  zwnj: '\u200c',
  lrm: '\u200e',
  rlm: '\u200f',
}

const decode = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim()

function read(page: string): string {
  return readFileSync(join(shared, 'pages', page), 'utf8').replace(
    /<(script|style|noscript|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi,
    ' ',
  )
}

const pages = isAbsent ? [] : globSync('*.html', { cwd: join(shared, 'pages') }).sort()
const count = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => decode(match[1] ?? ''))

test.skipIf(isAbsent)('product titles, prices, ratings and option names of real pages survive', () => {
  const kinds: Record<string, RegExp> = {
    titles: /<(?:h1|h2)[^>]*>(?:\s*<[^>]+>)*\s*([^<]{12,})</g,
    pictures: /<img[^>]*\salt="([^"]{12,})"/g,
    prices: />\s*([$£€][\d.,]+|[\d.,]+\s?€)\s*</g,
    ratings: />\s*([\d.]+ out of 5 stars|[\d.,]+ (?:global )?ratings?|\([\d.,]+\))\s*</g,
    options: /<option[^>]*>\s*([^<]+?)\s*</g,
  }
  const lost: string[] = []
  for (const [kind, pattern] of Object.entries(kinds)) {
    const texts = pages.filter((page) => !/order|signin/.test(page)).flatMap((page) => count(read(page), pattern))
    const changed = texts.filter((text) => scrubText(text) !== text || pagePrivacy.scrubText(text) !== text)
    lost.push(...changed.map((text) => `${kind}: ${text}  →  ${scrubText(text)}`))
    expect(texts.length, kind).toBeGreaterThan(20)
    expect(1 - changed.length / texts.length, `${kind}\n${lost.join('\n')}`).toBeGreaterThanOrEqual(0.99)
  }
})

test.skipIf(isAbsent)('of all text on real shop pages less than one piece in a hundred is touched', () => {
  const { text: scrub } = makeScrubbers('https://www.amazon.com/', (text) => text)
  const texts = pages
    .filter((page) => !/order|signin/.test(page))
    .flatMap((page) => count(read(page), />([^<]+)</g).filter(Boolean))
  const changed = texts.filter((text) => text.length < 1000 && scrub(text) !== text)
  expect(texts.length).toBeGreaterThan(5000)
  expect(changed.length / texts.length, changed.join('\n')).toBeLessThan(0.01)
})

test.skipIf(isAbsent)('the personal text of real pages does not survive', () => {
  const { context } = makeScrubbers('https://www.amazon.com/', (text) => text)
  const written = (page: string): string =>
    context(
      count(read(page), />([^<]+)</g)
        .filter(Boolean)
        .map((text) => `<b>${text.replace(/[<>&"]/g, ' ')}</b>`)
        .join(''),
    )
  expect(written('amazoncom-home-signedin.html').match(/Chicago|60602/)).toBeNull()
  expect(written('amazoncom-orderhistory.html').match(/\d{3}-\d{7}-\d{7}|@example/)).toBeNull()
  expect(written('amazoncom-product-4-2022.html').match(/Samir|33067/)).toBeNull()
  expect(written('amazon-product-6-webshop.html').match(/Hello, John|Milpitas 95035/)).toBeNull()
})
