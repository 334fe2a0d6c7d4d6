import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changedBy, measureScrubber } from '../../bench/suites/privacy/measureScrubber.ts'
import { readQueries } from '../../bench/suites/privacy/readQueries.ts'
import { decodeEntities, demoTexts, readShown, shopPages } from '../../bench/suites/privacy/readShopTexts.ts'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { SHOP_TEXTS } from './shopTexts.ts'

const shared = join(import.meta.dirname, '../../../shared')
const folder = join(shared, 'pages')
const isAbsent = !existsSync(shared)
if (isAbsent)
  console.warn('SKIPPED: ../shared is absent, so what survives scrubbing was not measured on real queries and pages')

test.skipIf(isAbsent)('real queries come through unchanged', () => {
  const found = readQueries(join(shared, 'traces'))
  const queries = found?.queries ?? []
  const changed = changedBy([...queries, ...(found?.goals ?? [])])
  if (changed.length > 0) console.warn(changed.map(({ text, scrubbed }) => `${text}  →  ${scrubbed}`).join('\n'))
  expect(queries.length).toBe(2197)
  expect(1 - changed.length / queries.length).toBeGreaterThanOrEqual(0.995)
})

test('what looks personal and is not', () => {
  expect(SHOP_TEXTS.length).toBeGreaterThan(120)
  expect(changedBy(SHOP_TEXTS)).toEqual([])
})

test('nothing that the demonstration shop sells is changed', () => {
  for (const [kind, texts] of Object.entries(demoTexts())) expect(changedBy(texts), kind).toEqual([])
})

test.skipIf(isAbsent)('product titles, prices, ratings and option names of real pages survive', () => {
  for (const { kind, texts, changed } of measureScrubber(folder)) {
    expect(texts, kind).toBeGreaterThan(20)
    const list = changed.map(({ text, scrubbed }) => `${text}  →  ${scrubbed}`).join('\n')
    expect(1 - changed.length / texts, `${kind}\n${list}`).toBeGreaterThanOrEqual(0.99)
  }
})

/** Every piece of text of a saved page. */
const pieces = (page: string): string[] =>
  [...readShown(folder, page).matchAll(/>([^<]+)</g)]
    .map(([, text = '']) => decodeEntities(text))
    .filter((text) => text !== '')

test.skipIf(isAbsent)('of all text on real shop pages less than one piece in a hundred is touched', () => {
  const { text: scrub } = makeScrubbers('https://www.amazon.com/', (text) => text)
  const texts = shopPages(folder).flatMap(pieces)
  const changed = texts.filter((text) => text.length < 1000 && scrub(text) !== text)
  expect(texts.length).toBeGreaterThan(5000)
  expect(changed.length / texts.length, changed.join('\n')).toBeLessThan(0.01)
})

test.skipIf(isAbsent)('the personal text of real pages does not survive', () => {
  const { context } = makeScrubbers('https://www.amazon.com/', (text) => text)
  const written = (page: string): string =>
    context(
      pieces(page)
        .map((text) => `<b>${text.replace(/[<>&"]/g, ' ')}</b>`)
        .join(''),
    )
  expect(written('amazoncom-home-signedin.html').match(/Chicago|60602/)).toBeNull()
  expect(written('amazoncom-orderhistory.html').match(/\d{3}-\d{7}-\d{7}|@example/)).toBeNull()
  expect(written('amazoncom-product-4-2022.html').match(/Samir|33067/)).toBeNull()
  expect(written('amazon-product-6-webshop.html').match(/Hello, John|Milpitas 95035/)).toBeNull()
})
